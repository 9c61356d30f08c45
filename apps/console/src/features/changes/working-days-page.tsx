import './changes.css';
import type { KnownYear } from '@inkproof/contract';
import { Mast, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { EnterYear } from './enter-year';

/** The years whose working days are known, day by day, and the way to enter another. */
export const WorkingDaysPage = ({ years, mayKeep }: { years: readonly KnownYear[]; mayKeep: boolean }) => {
  const t = useTranslations('changes.days');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={mayKeep ? <EnterYear next={Math.max(...years.map(({ year }) => year)) + 1} /> : null} />
      {years.toReversed().map(({ year, source, items, entered }) => (
        <Section key={year} title={String(year)} aside={<span className="small dim">{entered ? t('enteredAt', { moment: momentOf(entered.at) }) : t('shipped')}</span>}>
          <p className="small dim id ch-source">{source}</p>
          <ul className="ch-days">
            {items.map(({ day, kind, name }) => (
              <li key={day}>
                <span className="num">{day}</span> {name} {kind === 'make_up' ? <Tag tone="zhe">{t('makeUp')}</Tag> : null}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </main>
  );
};
