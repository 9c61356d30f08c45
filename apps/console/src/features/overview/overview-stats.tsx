import type { Usage } from '@inkproof/contract';
import { Stat, Stats } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { overviewFigures } from './overview-figures';

export const OverviewStats = ({ usage }: { usage: Usage }) => {
  const t = useTranslations('overview');
  const { number } = useFormatter();
  const { today, yesterday, month } = overviewFigures(usage);
  const p50 = today?.p50_ms ?? null;
  const p95 = today?.p95_ms ?? null;
  return (
    <Stats>
      <Stat label={t('today')} value={number(today?.accepted ?? 0)} note={t('yesterday', { n: number(yesterday?.accepted ?? 0) })} />
      <Stat label={t('month')} value={number(month.pages)} note={t('monthNote', { n: number(month.billedPages) })} />
      <Stat label={t('p95')} value={p95 === null ? '—' : number(p95)} unit={p95 === null ? undefined : 'ms'} note={p50 === null ? t('noCalls') : t('p50', { n: number(p50) })} />
      <Stat label={t('refused')} value={number(today?.refused ?? 0)} note={t('failed', { n: number(today?.failed ?? 0) })} />
    </Stats>
  );
};
