import './findings.css';
import type { Finding } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { FindingState, FindingWords } from './finding-words';
import { SettleFinding } from './settle-finding';

/** What was found undeclared at all tenants, for compliance to look at and to settle. */
export const FindingQueuePage = ({ findings, trail, next, maySettle }: { findings: readonly Finding[]; trail: Trail; next: string | null; maySettle: boolean }) => {
  const t = useTranslations('findings');
  return (
    <main className="main">
      <Mast title={t('adminTitle')} lede={t('adminLede')} />
      {findings.length ? (
        <>
          <Ledger
            caption={t('adminTitle')}
            columns={[
              { key: 'what', label: t('column.what') },
              { key: 'tenant', label: t('column.tenant') },
              { key: 'at', label: t('column.at') },
              { key: 'result', label: t('column.result') },
              { key: 'state', label: t('column.state') },
            ]}
          >
            {findings.map((finding) => (
              <tr key={finding.id}>
                <td>
                  <FindingWords finding={finding} />
                </td>
                <td className="sub">
                  <Link className="lk" href={`/admin/tenants/${finding.tenant.id}/reconciliation`}>
                    {finding.tenant.name}
                  </Link>
                </td>
                <td className="hide sub">
                  <Moment at={finding.at} />
                </td>
                <td className="hide sub s13">{t(`result.${finding.result}`)}</td>
                <td className="end">
                  <FindingState finding={finding} />
                  {maySettle && finding.state === 'open' ? <SettleFinding id={finding.id} /> : null}
                </td>
              </tr>
            ))}
          </Ledger>
          <Pager base="/admin/findings" trail={trail} next={next} />
        </>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
