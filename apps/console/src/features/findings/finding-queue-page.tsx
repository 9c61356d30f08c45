import './findings.css';
import type { Finding } from '@inkproof/contract';
import { Empty, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { FindingsTable } from './findings-table';
import { SettleFinding } from './settle-finding';

/** What was found undeclared at all tenants, for compliance to look at and to settle. */
export const FindingQueuePage = ({ findings, trail, next, maySettle }: { findings: readonly Finding[]; trail: Trail; next: string | null; maySettle: boolean }) => {
  const t = useTranslations('findings');
  return (
    <main className="main">
      <Mast title={t('adminTitle')} lede={t('adminLede')} />
      {findings.length ? (
        <>
          <FindingsTable
            caption={t('adminTitle')}
            findings={findings}
            by="tenant"
            place={({ tenant }) => (
              <td className="sub">
                <Link className="lk" href={`/admin/tenants/${tenant.id}/reconciliation`}>
                  {tenant.name}
                </Link>
              </td>
            )}
            act={({ id, state }) => (maySettle && state === 'open' ? <SettleFinding id={id} /> : null)}
          />
          <Pager base="/admin/findings" trail={trail} next={next} />
        </>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
