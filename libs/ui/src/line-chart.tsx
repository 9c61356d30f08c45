'use client';
import { CartesianGrid, Line, LineChart as Recharts, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartReading } from './chart-reading.js';
import type { ChartSeries } from './chart-series.js';

interface LineChartProps {
  /** Each has a `label` for the axis, a `name` for the reading, and one number per series, or null where nothing was measured. */
  data: readonly ({ label: string; name: string } & Record<string, string | number | null>)[];
  series: readonly ChartSeries[];
  locale: string;
  /** Of the numbers, beside each in the reading. */
  unit?: string;
  height?: number;
}

const DOT = 2;
/** Nothing leads to it and nothing away: without a line it has to be seen by itself. */
const LONE_DOT = 4;

interface LineDot {
  index: number;
  cx?: number;
  cy?: number;
  value?: unknown;
}

/** Times and rates as lines. Where nothing was measured the line is broken, never drawn through. */
export const LineChart = ({ data, series, locale, unit, height = 160 }: LineChartProps) => {
  const numbers = new Intl.NumberFormat(locale);
  const isLone = (key: string, at: number): boolean => (data[at - 1]?.[key] ?? null) === null && (data[at + 1]?.[key] ?? null) === null;
  return (
    <div className="chart chart-b" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height }}>
        <Recharts data={[...data]} margin={{ top: 12, right: 4, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} stroke="var(--edge)" tick={{ fill: 'var(--dan)', fontSize: 11 }} interval="equidistantPreserveStart" minTickGap={24} height={24} />
          <YAxis tickCount={4} axisLine={false} tickLine={false} width={44} tick={{ fill: 'var(--dan)', fontSize: 11 }} tickFormatter={(value: number) => numbers.format(value)} />
          <Tooltip content={<ChartReading series={series} locale={locale} unit={unit} />} cursor={{ stroke: 'var(--edge)', strokeDasharray: '3 3' }} isAnimationActive={false} />
          {series.map((one) => (
            <Line key={one.key} dataKey={one.key} type="linear" stroke={`var(--${one.color})`} strokeWidth={1.5} dot={({ index, cx, cy, value }: LineDot) => (value === null || value === undefined ? <g key={index} /> : <circle key={index} cx={cx} cy={cy} r={isLone(one.key, index) ? LONE_DOT : DOT} fill={`var(--${one.color})`} />)} activeDot={{ r: 3, strokeWidth: 0 }} isAnimationActive={false} />
          ))}
        </Recharts>
      </ResponsiveContainer>
    </div>
  );
};
