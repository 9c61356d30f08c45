import type { Availability, StandingSums } from '@inkproof/contract';
import { Section, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { spanOf } from '../tickets/span';
import { fillOf, lossesOf, upShare } from './standings';
import { wordsFor } from '../../words/words-for';

const MS = 1_000;
const legend = ['up', 'provider', 'maintenance', 'unknown'] as const;

/** A month of one component from its first instant to its last, or until now. */
const Strip = ({ from, until, component, label }: { from: string; until: string; component: Availability['components'][number]; label: string }) => {
  const [begins, length] = [Date.parse(from), Math.max(1, Date.parse(until) - Date.parse(from))];
  const at = (moment: string): number => ((Date.parse(moment) - begins) / length) * 1_000;
  return (
    <svg className="av-strip" viewBox="0 0 1000 22" preserveAspectRatio="none" role="img" aria-label={label}>
      {component.segments.map(({ from: start, until: end, standing }) => (
        // What lasted for a minute of a month is still seen.
        <rect key={start} x={at(start)} y={standing === 'unknown' ? 20 : 0} width={Math.max(at(end) - at(start), standing === 'up' ? 0 : 1.5)} height={22} fill={standing === 'unknown' ? 'var(--edge)' : fillOf[standing]} />
      ))}
    </svg>
  );
};

/** What was not up, and what that is put down to. */
const useLosses = (): ((milliseconds: StandingSums) => string) => {
  const t = useTranslations('availability');
  const locale = useLocale();
  return (milliseconds) => lossesOf(milliseconds).map(([standing, ms]) => `${t(`standing.${standing}`)} ${spanOf(ms / MS, locale)}`).join(' · ');
};

/** How every part of the service stood over a month, and what the rest of it is put down to. */
export const MonthTimes = ({ availability: { from, until, components } }: { availability: Availability }) => {
  const t = useTranslations('availability');
  const locale = useLocale();
  const lossesIn = useLosses();
  return (
    <Section
      title={t('month.parts')}
      aside={
        <span className="av-legend">
          {legend.map((standing) => (
            <span key={standing}>
              <i style={{ background: standing === 'unknown' ? 'var(--edge)' : fillOf[standing] }} />
              {t(standing === 'maintenance' ? 'month.others' : `standing.${standing}`)}
            </span>
          ))}
        </span>
      }
    >
      {components.map((component) => {
        const losses = lossesIn(component.milliseconds);
        const share = upShare(component.milliseconds);
        return (
          <div key={component.id} className="av-c">
            <b>{wordsFor(locale, component.name)}</b>
            <span className="n">{share}</span>
            <Strip from={from} until={until} component={component} label={`${share}${losses && ` · ${losses}`}`} />
            {losses ? (
              <span className="why">
                {losses} {component.disputed_milliseconds > 0 ? <Tag tone="dash">{t('month.disputed', { span: spanOf(component.disputed_milliseconds / MS, locale) })}</Tag> : null}
              </span>
            ) : null}
            {component.plans.map(({ plan, milliseconds }) => (
              <span key={plan} className="why">{t('month.onPlan', { plan, share: upShare(milliseconds), losses: lossesIn(milliseconds) })}</span>
            ))}
          </div>
        );
      })}
      <p className="sub small mt-2">{t('month.note')}</p>
    </Section>
  );
};
