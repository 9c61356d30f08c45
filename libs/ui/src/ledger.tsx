import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface LedgerColumn {
  key: string;
  label: ReactNode;
  numeric?: boolean;
}

/**
 * A table without a box: a strong rule under the head, hairlines between rows.
 * On phones each row becomes an entry on two columns: `td.end` and `td.end2` go to the right edge, `td.hide` to the detail page.
 */
export const Ledger = ({ caption, columns, compact, children, foot }: { caption: string; columns: readonly LedgerColumn[]; compact?: boolean; children: ReactNode; foot?: ReactNode }) => (
  <table className={clsx('tbl stack', compact && 'tbl-c')}>
    <caption className="vh">{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" className={clsx(column.numeric && 'num')}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
    {foot ? <tfoot>{foot}</tfoot> : null}
  </table>
);
