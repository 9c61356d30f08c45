import type { Hold } from '@inkproof/contract';
import { Empty, Ledger, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { HoldActs } from './hold-acts';

/** Holds as the provider keeps them. */
export const HoldsTable = ({ holds, mayPlace }: { holds: readonly Hold[]; mayPlace: boolean }) => {
  const t = useTranslations('retention.holds');
  if (!holds.length) return <Empty title={t('empty')}>{t('emptyProvider')}</Empty>;
  return (
    <Ledger caption={t('title')} columns={[{ key: 'tenant', label: t('tenant') }, { key: 'scope', label: t('scope') }, { key: 'reason', label: t('reason') }, { key: 'placed', label: t('placed') }, { key: 'state', label: t('state') }, ...(mayPlace ? [{ key: 'acts', label: <span className="vh">{t('acts')}</span> }] : [])]}>
      {holds.map((hold) => (
        <tr key={hold.id}>
          <td>
            <span className="nm">{hold.tenant.name}</span>
            <div className="sub">{hold.reference}</div>
          </td>
          <td className="sub">{t(`covers.${hold.scope}`, { count: hold.objects })}</td>
          <td className="sub full">{hold.reason}</td>
          <td className="sub nw hide">
            {dayOf(hold.placed_at)}
            <div className="id rt-id">{hold.id.slice(0, 4)}…{hold.id.slice(-6)}</div>
          </td>
          <td className="end">
            {hold.lifted_at ? (
              <Tag>{t('lifted')}</Tag>
            ) : hold.lifting ? (
              <Link className="link nw" href="/admin/approvals">
                {t('lifting')}
              </Link>
            ) : (
              <Tag tone="solid">{t('standing')}</Tag>
            )}
          </td>
          {mayPlace ? <td className="full">{hold.lifted_at || hold.lifting ? null : <HoldActs id={hold.id} scope={hold.scope} />}</td> : null}
        </tr>
      ))}
    </Ledger>
  );
};
