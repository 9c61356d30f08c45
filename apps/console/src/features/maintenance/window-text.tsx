import { LEAD_HOURS, type MaintenanceNotice, type MaintenanceNoticeVersion } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { wordsFor } from '../../words/words-for';
import { OwnMoment } from '../moments/own-moment';
import { spanOf } from '../tickets/span';
import { spanOfWindow } from './span-of-window';
import { Impacts } from './window-tags';

/** When it is and what it means: the same for both sides. */
export const WindowText = ({ window }: { window: MaintenanceNotice }) => {
  const t = useTranslations('maintenance');
  const locale = useLocale();
  const { starts_at, ends_at, kind, reason, impacts, restored, published_at, started_at, ended_at, lead_seconds, in_time, state } = window;
  const lead = lead_seconds === null ? null : kind === 'emergency' && lead_seconds <= 0 ? t('leadNone') : t(in_time ? 'leadKept' : 'leadShort', { span: spanOf(lead_seconds, locale), hours: LEAD_HOURS });
  return (
    <>
      <p className="mt-w">{wordsFor(locale, window.text)}</p>
      <Section title={t('when')}>
        <Facts
          entries={[
            [t('window'), <span key="w" className="num">{spanOfWindow(window)} {t('shanghai')} <OwnMoment at={starts_at} until={ends_at} /></span>],
            [t('lasts'), spanOf((Date.parse(ends_at) - Date.parse(starts_at)) / 1_000, locale)],
            [t('impacts'), <Impacts key="i" impacts={impacts} restored={restored} />],
            [t('kindOf'), t(`kind.${kind}`)],
            reason === null ? null : [t('reason'), reason],
            published_at === null ? null : [t('announced'), <span key="a">{momentOf(published_at)}{lead ? <span className="sub"> {lead}</span> : null}</span>],
            started_at === null ? null : [t('started'), momentOf(started_at)],
            ended_at === null ? null : [t(state === 'cancelled' ? 'cancelledAt' : 'ended'), momentOf(ended_at)],
          ]}
        />
      </Section>
    </>
  );
};

/** What was announced before, where it was changed. */
export const Versions = ({ versions }: { versions: readonly MaintenanceNoticeVersion[] }) => {
  const t = useTranslations('maintenance');
  const locale = useLocale();
  if (versions.length < 2) return null;
  return (
    <Section title={t('versions')}>
      <ol className="mt-log" reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <time dateTime={version.written_at}>{momentOf(version.written_at)}</time>
            <div>
              <b>{t('version', { number: version.number })}</b> <span className="num">{spanOfWindow(version)}</span>
              <p>{wordsFor(locale, version.title)}</p>
              <p className="sub">{wordsFor(locale, version.text)}</p>
              <Impacts impacts={version.impacts} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
};
