import './approvals.css';
import type { Approval } from '@inkproof/contract';
import { Empty, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { ApprovalEntry } from './approval-entry';
import type { Side } from './decide-approval';

interface ApprovalsPageProps {
  items: readonly Approval[];
  side: Side;
  /** All of them instead of those that wait. */
  all: boolean;
  trail: Trail;
  next: string | null;
  /** False where nobody decides any more, because the service has ended. */
  mayDecide?: boolean;
}

/** What needs a second person: those that wait, or all that ever were. */
export const ApprovalsPage = ({ items, side, all, trail, next, mayDecide }: ApprovalsPageProps) => {
  const t = useTranslations('approvals');
  const base = side === 'tenant' ? '/approvals' : '/admin/approvals';
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(`lede.${side}`)} />
      <div className="filters">
        <Seg label={t('column.state')}>
          <Link href={base} aria-current={all ? undefined : 'true'}>
            {t('waiting')}
          </Link>
          <Link href={`${base}?all=1`} aria-current={all ? 'true' : undefined}>
            {t('all')}
          </Link>
        </Seg>
      </div>
      {items.length ? (
        items.map((item) => <ApprovalEntry key={item.id} of={item} side={side} mayDecide={mayDecide} />)
      ) : (
        <Empty title={t(all ? 'emptyAll' : 'empty')} written={all ? 0 : 5}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={all ? `${base}?all=1` : base} trail={trail} next={next} /> : null}
    </main>
  );
};
