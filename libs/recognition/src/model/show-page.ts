import type { PageReading as Shown, Recognition } from '@inkproof/contract';
import { adviceFor, type FailedPage, type PageReading, type Recipe } from '@inkproof/engine';

type Block = PageReading['blocks'][number];

const showTable = ({ rows, columns, cells }: NonNullable<Block['table']>): NonNullable<Shown['blocks'][number]['table']> => ({
  rows,
  columns,
  cells: cells.map(({ rowSpan, columnSpan, ...cell }) => ({ ...cell, row_span: rowSpan, column_span: columnSpan })),
});

/** A page as the engine has it, in the contract's words. */
export const showPage = ({ blocks, quality, ...page }: PageReading): Shown => ({
  ...page,
  unit: 'px',
  quality: {
    sharpness: quality.sharpness,
    contrast: quality.contrast,
    text_height_px: quality.textHeightPx,
    warnings: quality.warnings.map((code) => ({ code, advice: adviceFor(code) })),
  },
  blocks: blocks.map(({ table, ...block }) => ({ ...block, ...(table && { table: showTable(table) }) })),
});

export const showFailedPage = ({ number, reason, detail }: FailedPage): Recognition['failed_pages'][number] => ({ number, reason, detail });

export const showRecipe = ({ version, engines, data, inputSha256 }: Recipe): Recognition['recipe'] => ({ version, engines, data, input_sha256: inputSha256, replayable: true });
