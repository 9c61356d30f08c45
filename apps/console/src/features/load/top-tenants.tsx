import '../paging/paging.css';
import type { Load } from '@inkproof/contract';
import { Ledger, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';

/** Who calls most. */
export const TopTenants = ({ tenants, spanName }: { tenants: Load['tenants']; spanName: string }) => {
  const t = useTranslations('admin.load');
  const format = useFormatter();
  return (
    <Section
      title={t('top', { span: spanName })}
      aside={
        <Link className="link nw" href="/admin/tenants">
          {t('allTenants')}
        </Link>
      }
    >
      {tenants.length ? (
        <Ledger
          compact
          caption={t('top', { span: spanName })}
          columns={[
            { key: 'name', label: t('tenant') },
            { key: 'accepted', label: t('accepted'), numeric: true },
            { key: 'refused', label: t('refused'), numeric: true },
            { key: 'failed', label: t('failed'), numeric: true },
          ]}
        >
          {tenants.map((tenant) => (
            <tr key={tenant.id}>
              <td>
                <Link className="nm" href={`/admin/tenants/${tenant.id}`}>
                  {tenant.name}
                </Link>
              </td>
              <td className="num end" data-k={t('accepted')}>{format.number(tenant.accepted)}</td>
              <td className="num start sub" data-k={t('refused')}>{format.number(tenant.refused)}</td>
              <td className="num end2 sub" data-k={t('failed')}>{format.number(tenant.failed)}</td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <p className="s13 sub">{t('noTenants')}</p>
      )}
    </Section>
  );
};
