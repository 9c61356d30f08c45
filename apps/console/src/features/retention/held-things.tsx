import type { HeldThing } from '@inkproof/contract';
import { Empty, Ledger, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';

/** Holds as those see them whose things are held. */
export const HeldThings = ({ holds }: { holds: readonly HeldThing[] }) => {
  const t = useTranslations('retention.holds');
  if (!holds.length) return <Empty title={t('empty')}>{t('emptyTenant')}</Empty>;
  return (
    <>
      <p className="sub s13 rt-lede">{t('ledeTenant')}</p>
      <Ledger caption={t('title')} columns={[{ key: 'reference', label: t('reference') }, { key: 'scope', label: t('scope') }, { key: 'placed', label: t('placed') }, { key: 'state', label: t('state') }]}>
        {holds.map((hold) => (
          <tr key={hold.id}>
            <td>
              <span className="nm">{hold.reference}</span>
              <div className="id brk rt-id">{hold.id}</div>
            </td>
            <td className="sub">{t(`covers.${hold.scope}`, { count: hold.objects })}</td>
            <td className="sub nw" data-k={t('placed')}>{dayOf(hold.placed_at)}</td>
            <td className="end">{hold.lifted_at ? <Tag>{t('lifted')}</Tag> : <Tag tone="solid">{t('standing')}</Tag>}</td>
          </tr>
        ))}
      </Ledger>
    </>
  );
};
