import type { InspectionSummary } from '@inkproof/contract';
import { Empty, Ledger, Mast, Seg } from '@inkproof/ui';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { dayOf } from '../../words/moments';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { lastDayOf } from '../requests/request-clock';
import { InspectionStateTag } from './inspection-tags';

interface InspectionsPageProps {
  items: readonly InspectionSummary[];
  side: 'tenant' | 'provider';
  /** Only those that were not answered in time. */
  late: boolean;
  trail: Trail;
  next: string | null;
  acts?: ReactNode;
}

/** Inspections: what was drawn, how much is answered, until when. */
export const InspectionsPage = ({ items, side, late, trail, next, acts }: InspectionsPageProps) => {
  const t = useTranslations('inspections');
  const base = side === 'tenant' ? '/inspections' : '/admin/inspections';
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(`lede.${side}`)} actions={acts} />
      <div className="filters">
        <Seg label={t('column.state')}>
          <Link href={base} aria-current={late ? undefined : 'true'}>
            {t('all')}
          </Link>
          <Link href={`${base}?show=late`} aria-current={late ? 'true' : undefined}>
            {t('late')}
          </Link>
        </Seg>
      </div>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'what', label: t(side === 'tenant' ? 'column.reason' : 'column.tenant') }, { key: 'announced', label: t('column.announced') }, { key: 'items', label: t('column.items'), numeric: true }, { key: 'due', label: t('column.due') }, { key: 'state', label: t('column.state') }]}>
          {items.map((inspection) => (
            <tr key={inspection.id}>
              <td>
                <Link className="link" href={`${base}/${inspection.id}`}>
                  {side === 'tenant' ? inspection.reason : inspection.tenant.name}
                </Link>
                {side === 'tenant' ? null : <div className="sub">{inspection.reason}</div>}
              </td>
              <td className="hide sub">{dayOf(inspection.announced_at)}</td>
              <td className={clsx('num start', !inspection.drawn_at && 'hide')} data-k={t('column.items')}>{inspection.drawn_at ? t('answeredOf', { answered: inspection.items.answered, drawn: inspection.items.drawn }) : '—'}</td>
              <td className={clsx('sub', !inspection.due_at && 'hide')} data-k={t('column.due')}>{inspection.due_at ? lastDayOf(inspection.due_at) : '—'}</td>
              <td className="end">
                <InspectionStateTag state={inspection.state} overdue={inspection.overdue} side={side} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t(late ? 'emptyLate' : 'empty')} written={late ? 5 : 0}>
          {t(`emptyBody.${side}`)}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={late ? `${base}?show=late` : base} trail={trail} next={next} /> : null}
    </main>
  );
};
