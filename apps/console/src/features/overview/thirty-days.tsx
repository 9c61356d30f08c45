import type { Usage } from '@inkproof/contract';
import { BarChart, ChartFrame, type ChartSeries } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';

/** Thirty days of calls by outcome. Weekends stay in; today is unfinished and is the last bar. */
export const ThirtyDays = ({ usage }: { usage: Usage }) => {
  const t = useTranslations('overview');
  const common = useTranslations('common.chart');
  const { number } = useFormatter();
  const locale = useLocale();
  const series: ChartSeries[] = [
    { key: 'accepted', label: t('accepted'), color: 'c1' },
    { key: 'failed', label: t('failedShort'), color: 'zhu' },
    { key: 'refused', label: t('refusedShort'), color: 'c-warn' },
  ];
  return (
    <ChartFrame
      title={t('chart')}
      summary={t('chartSummary', { accepted: number(usage.total.accepted), refused: number(usage.total.refused) })}
      legend={series}
      columns={[t('day'), t('accepted'), t('failedShort'), t('refusedShort')]}
      rows={usage.days.map((day) => [day.day, day.accepted, day.failed, day.refused])}
      csvName={`inkproof-${usage.from}-${usage.to}.csv`}
      locale={locale}
      words={{ table: common('table'), chart: common('chart'), csv: common('csv') }}
    >
      <BarChart data={usage.days.map((day) => ({ label: day.day.slice(5), name: day.day, accepted: day.accepted, failed: day.failed, refused: day.refused }))} series={series} locale={locale} />
    </ChartFrame>
  );
};
