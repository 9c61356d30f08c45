import type { ChartSeries } from './chart-series.js';

interface ChartReadingProps {
  series: readonly ChartSeries[];
  locale: string;
  unit?: string;
  /** Both are handed in by the chart around it. */
  active?: boolean;
  payload?: readonly { dataKey?: unknown; value?: unknown; payload?: { name?: string } }[];
}

/** The numbers at the place of the pointer. */
export const ChartReading = ({ series, locale, unit, active, payload }: ChartReadingProps) => {
  if (!active || !payload?.length) return null;
  const numbers = new Intl.NumberFormat(locale);
  const valueOf = (key: string): string => {
    const value = payload.find((entry) => entry.dataKey === key)?.value;
    return typeof value === 'number' ? [numbers.format(value), unit].filter(Boolean).join(' ') : '—';
  };
  return (
    <div className="pop chart-p">
      <b>{payload[0]?.payload?.name}</b>
      {series.map((one) => (
        <span key={one.key} className="row btw">
          <span>
            <i style={{ background: `var(--${one.color})` }} />
            {one.label}
          </span>
          <span>{valueOf(one.key)}</span>
        </span>
      ))}
    </div>
  );
};
