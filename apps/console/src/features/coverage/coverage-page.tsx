import './coverage.css';
import type { Coverage } from '@inkproof/contract';
import { provenShare } from '@inkproof/kernel';
import { buttonClass, Empty, Icon, Mast, Section, Stat, Stats } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MonthChoice } from '../availability/month-choice';
import { spanOf } from '../tickets/span';
import { CoverageDays } from './coverage-days';
import { CoverageGaps } from './coverage-gaps';

const MS = 1_000;

interface CoveragePageProps {
  coverage: Coverage;
  months: readonly string[];
  /** Where it stands, and the way back from there. */
  base: string;
  back: ReactNode;
  /** What staff are told besides while a gap lasts. */
  alarm?: ReactNode;
}

/** Whether tickets were taken, hour by hour: the same for tenants and staff. */
export const CoveragePage = ({ coverage: { month, milliseconds, days, gaps }, months, base, back, alarm }: CoveragePageProps) => {
  const t = useTranslations('coverage');
  const locale = useLocale();
  const { proven, failed, unknown } = milliseconds;
  const span = (ms: number): string => (ms === 0 ? '—' : spanOf(ms / MS, locale));
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            {back}
            <a className={buttonClass()} href={`/v1/intake-coverage?month=${month}&format=csv`} download>
              <Icon name="download" />
              CSV
            </a>
          </>
        }
      />
      {alarm}
      <div className="filters row btw wrap">
        <MonthChoice base={base} months={months} month={month} />
      </div>
      <Stats>
        <Stat label={t('share')} value={provenShare(proven, unknown, proven + failed + unknown) ?? '—'} note={`${t('proven')} ${span(proven)}`} />
        <Stat label={t('failed')} value={span(failed)} />
        <Stat label={t('unknown')} value={span(unknown)} />
        <Stat label={t('gaps')} value={gaps.length} />
      </Stats>
      <Section
        title={t('days')}
        aside={
          <span className="cv-l">
            <span>
              <i style={{ background: 'var(--c3)' }} />
              {t('proven')}
            </span>
            <span>
              <i style={{ background: 'var(--zhu)' }} />
              {t('failed')}
            </span>
            <span>
              <i className="low" style={{ background: 'var(--edge)' }} />
              {t('unknown')}
            </span>
          </span>
        }
      >
        {days.length ? <CoverageDays days={days} /> : <Empty title={t('empty')}>{t('emptyBody')}</Empty>}
        <p className="sub small mt-2">{t('note')}</p>
      </Section>
      <Section title={t('gaps')}>
        <CoverageGaps gaps={gaps} />
      </Section>
    </main>
  );
};
