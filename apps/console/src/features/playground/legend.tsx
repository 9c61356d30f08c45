'use client';
import type { PageReading } from '@inkproof/contract';
import { DOUBTFUL_BELOW, SURE_FROM, type BoxMode } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** What the boxes mean, as far as this page has them. */
export const Legend = ({ mode, page }: { mode: BoxMode; page: PageReading }) => {
  const t = useTranslations('playground');
  const words = page.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const bounds = { low: DOUBTFUL_BELOW.toFixed(2), high: SURE_FROM.toFixed(2) };
  const entry = (kind: string, text: string) => (
    <span key={kind}>
      <i className={`lg ${kind}`} />
      {text}
    </span>
  );
  if (mode === 'blocks') return <span className="legend">{[...new Set(page.blocks.map(({ type }) => type))].map((type) => entry(`blk-${type}`, t(`block.${type}`)))}</span>;
  return (
    <span className="legend">
      {words.some(({ source }) => source === 'ocr') ? (['sure', 'fair', 'doubtful'] as const).map((certainty) => entry(certainty, t(certainty, { bound: certainty === 'sure' ? bounds.high : bounds.low, ...bounds }))) : null}
      {words.some(({ source }) => source === 'embedded') ? entry('emb', t('embedded')) : null}
    </span>
  );
};
