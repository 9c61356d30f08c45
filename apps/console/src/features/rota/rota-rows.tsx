'use client';
import { Button, IconButton } from '@inkproof/ui';
import type { ReactNode } from 'react';

interface RotaRowsProps<Row> {
  title: string;
  hint: string;
  add: string;
  remove: string;
  rows: readonly Row[];
  blank: Row;
  onRows: (rows: Row[]) => void;
  children: (row: Row, change: (some: Partial<Row>) => void) => ReactNode;
}

/** One part of the form: its rows, each to be taken out again, and the way to one more. */
export const RotaRows = <Row,>({ title, hint, add, remove, rows, blank, onRows, children }: RotaRowsProps<Row>) => (
  <fieldset className="rt-part">
    <legend className="h2">{title}</legend>
    <p className="hint">{hint}</p>
    {rows.map((row, nth) => (
      <div key={nth} className="rt-row" role="group" aria-label={`${title} ${nth + 1}`}>
        {children(row, (some) => onRows(rows.map((one, at) => (at === nth ? { ...one, ...some } : one))))}
        <IconButton icon="close" label={`${remove} ${nth + 1}`} onClick={() => onRows(rows.filter((_, at) => at !== nth))} />
      </div>
    ))}
    <Button size="s" icon="plus" onClick={() => onRows([...rows, blank])}>
      {add}
    </Button>
  </fieldset>
);
