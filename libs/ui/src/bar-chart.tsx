'use client';
import { Bar, BarChart as Recharts, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartReading } from './chart-reading.js';
import type { ChartSeries } from './chart-series.js';

interface BarChartProps {
  /** Each has a `label` for the axis, a `name` for the reading, and one number per series. */
  data: readonly ({ label: string; name: string } & Record<string, string | number>)[];
  series: readonly ChartSeries[];
  locale: string;
  height?: number;
  limit?: { value: number; label: string };
}

/** Counts as bars from zero, stacked by outcome. */
export const BarChart = ({ data, series, locale, height = 200, limit }: BarChartProps) => {
  const numbers = new Intl.NumberFormat(locale);
  return (
    <div className="chart chart-b" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height }}>
        <Recharts data={[...data]} margin={{ top: 12, right: 0, bottom: 0, left: 0 }} barCategoryGap="22%">
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} stroke="var(--edge)" tick={{ fill: 'var(--dan)', fontSize: 11 }} interval="equidistantPreserveStart" minTickGap={24} height={24} />
          <YAxis allowDecimals={false} tickCount={4} axisLine={false} tickLine={false} width={44} tick={{ fill: 'var(--dan)', fontSize: 11 }} tickFormatter={(value: number) => numbers.format(value)} />
          <Tooltip content={<ChartReading series={series} locale={locale} />} cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} />
          {series.map((one) => (
            <Bar key={one.key} dataKey={one.key} stackId="calls" fill={`var(--${one.color})`} isAnimationActive={false} />
          ))}
          {limit ? <ReferenceLine y={limit.value} stroke="var(--edge)" strokeDasharray="3 3" label={{ value: limit.label, position: 'insideTopRight', fill: 'var(--dan)', fontSize: 11 }} /> : null}
        </Recharts>
      </ResponsiveContainer>
    </div>
  );
};
