import './filings.css';
import type { Filing } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { BeginFiling } from './begin-filing';
import { FilingState } from './filing-state';

interface FilingsPageProps {
  items: readonly Filing[];
  needs: ReactNode;
  mayKeep: boolean;
  /** Whether the service has ended, so that nothing can be filed any more. */
  isOver: boolean;
  trail: Trail;
  next: string | null;
}

/** The texts by which this tenant asks people for their consent: what needs somebody, and all of them. */
export const FilingsPage = ({ items, needs, mayKeep, isOver, trail, next }: FilingsPageProps) => {
  const t = useTranslations('filings');
  const over = useTranslations('ending.over');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={mayKeep && items.length ? <BeginFiling /> : null} />
      {needs}
      {items.length ? (
        <Ledger
          caption={t('title')}
          columns={[
            { key: 'name', label: t('name') },
            { key: 'version', label: t('column.version') },
            { key: 'until', label: t('column.until') },
            { key: 'changed', label: t('column.changed') },
            { key: 'state', label: t('column.state') },
          ]}
        >
          {items.map((filing) => {
            const version = filing.coming ?? filing.in_force ?? filing.versions[0]!;
            return (
              <tr key={filing.id} className="go">
                <td>
                  <Link className="nm" href={`/filings/${filing.id}`}>
                    {filing.name}
                  </Link>
                </td>
                <td className="sub">
                  {filing.in_force ? t('inForce', { number: filing.in_force.number }) : t('noneInForce')}
                  {filing.next ? <div className="s13 dim">{t('nextFrom', { next: filing.next.number, day: filing.next.effective_on ?? '' })}</div> : null}
                </td>
                <td className="sub hide">{filing.in_force ? (filing.in_force.ends_on ?? t('noEnd')) : ''}</td>
                <td className="sub hide">
                  <Moment at={version.reviewed_at ?? version.submitted_at ?? version.created_at} />
                </td>
                <td className="end">
                  <FilingState state={version.state} />
                </td>
              </tr>
            );
          })}
        </Ledger>
      ) : (
        <Empty title={isOver ? over('title') : t('empty')} actions={mayKeep ? <BeginFiling /> : null}>
          {isOver ? over('body') : t(mayKeep ? 'emptyBody' : 'emptyReading')}
        </Empty>
      )}
      {items.length ? <Pager base="/filings" trail={trail} next={next} /> : null}
    </main>
  );
};
