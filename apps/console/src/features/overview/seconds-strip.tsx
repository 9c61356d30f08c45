'use client';
import { useTranslations } from 'next-intl';

const WIDTH = 372;
const HEIGHT = 110;
const LEFT = 26;
const TOP = 14;
const BOTTOM = 92;

/** Sixty bars for sixty seconds, with the quota as a dashed line. It is drawn each second, so it is drawn plainly. */
export const SecondsStrip = ({ seconds, limit }: { seconds: readonly number[]; limit: number }) => {
  const t = useTranslations('overview');
  const most = Math.max(...seconds, 0);
  const top = Math.max(limit, most, 1);
  const step = (WIDTH - LEFT) / seconds.length;
  const heightOf = (calls: number) => (calls / top) * (BOTTOM - TOP);
  const limitY = BOTTOM - heightOf(limit);
  const summary = t('minuteSummary', { total: seconds.reduce((sum, calls) => sum + calls, 0), most, limit });
  return (
    <figure className="ov-s">
      <figcaption className="small dim">{t('minute')}</figcaption>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
        <line className="ax" x1={LEFT} x2={WIDTH} y1={BOTTOM} y2={BOTTOM} />
        <line className="ref" x1={LEFT} x2={WIDTH} y1={limitY} y2={limitY} />
        {seconds.map((calls, index) => (calls ? <rect key={index} x={LEFT + index * step + step * 0.14} y={BOTTOM - heightOf(calls)} width={step * 0.72} height={heightOf(calls)} fill={calls >= limit ? 'var(--c-warn)' : 'var(--c1)'} /> : null))}
        <text x={LEFT - 8} y={BOTTOM + 4} textAnchor="end">
          0
        </text>
        <text x={LEFT - 8} y={limitY + 4} textAnchor="end">
          {limit}
        </text>
        <text x={WIDTH} y={limitY - 5} textAnchor="end">
          {t('quota', { n: limit })}
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          {t('ago', { n: 60 })}
        </text>
        <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 4} textAnchor="middle">
          {t('ago', { n: 30 })}
        </text>
        <text x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {t('present')}
        </text>
      </svg>
    </figure>
  );
};
