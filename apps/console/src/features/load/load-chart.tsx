import type { Load } from '@inkproof/contract';
import { BarChart, ChartFrame } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { clockOf, momentOf, shortMomentOf } from '../../words/moments';
import { foldLoad, totalOf } from './fold-load';
import type { LoadSpan } from './spans';

/** All calls of all tenants over the span. */
export const LoadChart = ({ load, span }: { load: Load; span: LoadSpan }) => {
  const t = useTranslations('admin.load');
  const chart = useTranslations('common.chart');
  const locale = useLocale();
  const bars = foldLoad(load.minutes, span.barMinutes);
  const series = [
    { key: 'accepted', label: t('accepted'), color: 'c1' },
    { key: 'refused', label: t('refused'), color: 'c-warn' },
    { key: 'failed', label: t('failed'), color: 'zhu' },
  ];
  return (
    <ChartFrame
      title={t('chart', { span: t(`past.${span.minutes}`), bar: span.barMinutes })}
      summary={t('summary', { ...totalOf(load.minutes), most: Math.max(0, ...bars.map(({ accepted }) => accepted)) })}
      legend={series}
      columns={[t('at'), t('accepted'), t('refused'), t('failed')]}
      rows={bars.map(({ at, accepted, refused, failed }) => [momentOf(at).slice(0, 16), accepted, refused, failed])}
      csvName={`inkproof-load-${span.minutes}-minutes.csv`}
      locale={locale}
      words={{ table: chart('table'), chart: chart('chart'), csv: chart('csv') }}
    >
      <BarChart data={bars.map(({ at, ...counts }) => ({ label: clockOf(at).slice(0, 5), name: shortMomentOf(at), ...counts }))} series={series} locale={locale} height={220} />
    </ChartFrame>
  );
};
