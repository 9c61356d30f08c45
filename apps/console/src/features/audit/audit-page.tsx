import './audit.css';
import type { AuditEvent, AuditVerification } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { AuditFilterForm } from './audit-filter';
import { addressOf, type AuditFilter } from './audit-query';
import { AuditRows } from './audit-rows';
import { Verified } from './verified';

export interface AuditPageProps {
  page: { items: readonly AuditEvent[]; next_cursor: string | null; head_seq: number; sealed_seq: number };
  verification: AuditVerification;
  filter: AuditFilter;
  trail: Trail;
  base: string;
  /** The log that staff look at; absent on a tenant's own page. */
  chain?: string;
  lede: ReactNode;
  children?: ReactNode;
}

/** One log: up to where it is verified, what to look for, and what was found. */
export const AuditPage = ({ page, verification, filter, trail, base, chain, lede, children }: AuditPageProps) => {
  const t = useTranslations('audit');
  const more: Record<string, string> = chain ? { chain } : {};
  const query = chain ? `?chain=${chain}` : '';
  const [exported, checkpoints] = chain ? ['/v1/admin/audit-export', '/v1/admin/audit-checkpoints'] : ['/v1/audit-export', '/v1/audit-checkpoints'];
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={lede}
        actions={
          <>
            <a className={buttonClass()} href={`${checkpoints}${query}`} download={`checkpoints-${chain ?? 'own'}.json`} title={t('checkpointsHint')}>
              <Icon name="download" />
              {t('checkpoints')}
            </a>
            <a className={buttonClass()} href={`${exported}${query}`} download>
              <Icon name="page" />
              {t('export')}
            </a>
          </>
        }
      />
      {children}
      <Verified key={chain} first={verification} chain={chain} />
      <AuditFilterForm key={JSON.stringify([chain, filter])} base={base} filter={filter} chain={chain} />
      {page.items.length ? (
        <>
          <AuditRows events={page.items} sealedSeq={page.sealed_seq} base={base} filter={filter} more={more} />
          <Pager base={addressOf(base, filter, more)} trail={trail} next={page.next_cursor}>
            {t('count', { count: page.head_seq })}
            {chain ? null : <span className="only-l"> · {t('read')}</span>}
          </Pager>
        </>
      ) : (
        <Empty title={t(page.head_seq ? 'empty' : 'emptyLog')}>{t(page.head_seq ? 'emptyBody' : 'emptyLogBody')}</Empty>
      )}
    </main>
  );
};
