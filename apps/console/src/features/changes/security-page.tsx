import type { SecurityNotice } from '@inkproof/contract';
import { Empty, Ledger, Mast, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { spanOf } from '../tickets/span';
import { ReportSecurity } from './report-security';

/** What was reported or detected, how promptly it was said, and the ticket it led to. */
export const SecurityPage = ({ items, trail, next, side, mayReport = false }: { items: readonly SecurityNotice[]; trail: Trail; next: string | null; side: 'tenant' | 'provider'; mayReport?: boolean }) => {
  const t = useTranslations('changes.security');
  const locale = useLocale();
  const tickets = side === 'tenant' ? '/tickets' : '/admin/tickets';
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={mayReport ? <ReportSecurity /> : null} />
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'kind', label: t('kind') }, ...(side === 'provider' ? [{ key: 'tenant', label: t('tenant') }] : []), { key: 'since', label: t('since') }, { key: 'told', label: t('told') }, { key: 'origin', label: t('origin') }]}>
          {items.map(({ id, kind, tenant, since, told_after_seconds, origin, ticket, calls_per_minute, usual_per_minute }) => (
            <tr key={id}>
              <td>
                {ticket ? (
                  <Link className="link" href={`${tickets}/${ticket}`}>
                    {t(`kindOf.${kind}`)}
                  </Link>
                ) : (
                  t(`kindOf.${kind}`)
                )}
              </td>
              {side === 'provider' ? <td>{tenant.name}</td> : null}
              <td className="sub">
                <Moment at={since} />
              </td>
              <td className="hide">{calls_per_minute === null ? t('toldAfter', { span: spanOf(told_after_seconds, locale) }) : t('surge', { calls: calls_per_minute, usual: Math.round((usual_per_minute ?? 0) * 10) / 10 })}</td>
              <td className="end">
                <Tag tone={origin === 'reported' ? 'ink' : 'zhe'}>{t(`originOf.${origin}`)}</Tag>
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')} written={5}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={side === 'tenant' ? '/changes/security' : '/admin/changes/security'} trail={trail} next={next} /> : null}
    </main>
  );
};
