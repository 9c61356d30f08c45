'use client';
import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { toCsv, type Cell } from './csv.js';
import { Ledger } from './ledger.js';
import { saveFile } from './save-file.js';

interface ChartFrameProps {
  /** Measure and period, as the heading of the figure. */
  title: string;
  /** The conclusion, for whoever does not see the chart. */
  summary: string;
  legend?: readonly { label: string; color: string }[];
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  csvName: string;
  locale: string;
  words: { table: string; chart: string; csv: string };
  children: ReactNode;
}

/** A chart with its title, its legend, and the table behind it. */
export const ChartFrame = ({ title, summary, legend = [], columns, rows, csvName, locale, words, children }: ChartFrameProps) => {
  const [asTable, setAsTable] = useState(false);
  const numbers = new Intl.NumberFormat(locale);
  return (
    <figure className="blk chart-f" aria-label={`${title}. ${summary}`}>
      <div className="sec">
        <h2>{title}</h2>
        <div className="right">
          <span className="legend">
            {legend.map((entry) => (
              <span key={entry.label}>
                <i style={{ background: `var(--${entry.color})` }} />
                {entry.label}
              </span>
            ))}
          </span>
          <span className="row chart-a">
            <Button size="s" tone="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? words.chart : words.table}
            </Button>
            <Button size="s" tone="quiet" icon="download" onClick={() => saveFile(csvName, toCsv([columns, ...rows]), 'text/csv;charset=utf-8')}>
              {words.csv}
            </Button>
          </span>
        </div>
      </div>
      {asTable ? (
        <div className="chart-t">
          <Ledger compact caption={title} columns={columns.map((label, index) => ({ key: label, label, numeric: index > 0 }))}>
            {rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((cell, index) => (
                  <td key={columns[index]} data-k={index > 0 ? columns[index] : undefined} className={index > 0 ? 'num' : 'nm'}>
                    {typeof cell === 'number' ? numbers.format(cell) : (cell ?? '—')}
                  </td>
                ))}
              </tr>
            ))}
          </Ledger>
        </div>
      ) : (
        children
      )}
    </figure>
  );
};
