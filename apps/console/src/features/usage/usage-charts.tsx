import type { Usage } from '@inkproof/contract';
import { BarChart, ChartFrame, LineChart } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { busiestOf } from './busiest';
import type { Span } from './spans';

/** Calls and times by day. Both keep the whole table behind them, and the file holds what the table shows. */
export const UsageCharts = ({ usage, span }: { usage: Usage; span: Span }) => {
  const t = useTranslations('usage');
  const chart = useTranslations('common.chart');
  const format = useFormatter();
  const locale = useLocale();
  const words = { table: chart('table'), chart: chart('chart'), csv: chart('csv') };
  const outcomes = [
    { key: 'accepted', label: t('accepted'), color: 'c1' },
    { key: 'refused', label: t('refused'), color: 'c-warn' },
    { key: 'failed', label: t('failed'), color: 'zhu' },
  ];
  const times = [
    { key: 'p50', label: t('p50'), color: 'c1' },
    { key: 'p95', label: t('p95'), color: 'c2' },
  ];
  const busiest = busiestOf(usage.days);
  const days = usage.days.map(({ day, accepted, refused, failed, p50_ms, p95_ms }) => ({ label: day.slice(5), name: day, accepted, refused, failed, p50: p50_ms, p95: p95_ms }));
  return (
    <>
      <ChartFrame
        title={t('byDay', { days: span })}
        summary={t('summary', { accepted: usage.total.accepted, refused: usage.total.refused, failed: usage.total.failed, day: busiest.day, most: busiest.accepted })}
        legend={outcomes}
        columns={[t('day'), t('accepted'), t('refused'), t('failed'), t('pagesRead'), t('billed'), `${t('p50')} ms`, `${t('p95')} ms`]}
        rows={usage.days.map((day) => [day.day, day.accepted, day.refused, day.failed, day.pages, day.billed_pages, day.p50_ms, day.p95_ms])}
        csvName={`inkproof-usage-${usage.from}-${usage.to}.csv`}
        locale={locale}
        words={words}
      >
        <BarChart data={days.map(({ label, name, accepted, refused, failed }) => ({ label, name, accepted, refused, failed }))} series={outcomes} locale={locale} height={220} />
      </ChartFrame>
      <p className="small dim mt-2">{t('unfinished', { day: usage.to })}</p>
      <ChartFrame
        title={t('times', { days: span })}
        summary={t('timesSummary', { slowest: format.number(Math.max(0, ...usage.days.map((day) => day.p95_ms ?? 0))) })}
        legend={times}
        columns={[t('day'), `${t('p50')} ms`, `${t('p95')} ms`]}
        rows={usage.days.map((day) => [day.day, day.p50_ms, day.p95_ms])}
        csvName={`inkproof-times-${usage.from}-${usage.to}.csv`}
        locale={locale}
        words={words}
      >
        <LineChart data={days} series={times} locale={locale} unit="ms" />
      </ChartFrame>
    </>
  );
};
