import type { AuditChain } from '@inkproof/contract';
import { Ledger, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';

/** Every log of this install, to choose from. */
export const Chains = ({ chains, chain }: { chains: readonly AuditChain[]; chain: string }) => {
  const t = useTranslations('audit');
  return (
    <Section title={t('chains')}>
      <Ledger
        compact
        caption={t('chains')}
        columns={[
          { key: 'name', label: t('chain.column.name') },
          { key: 'entries', label: t('chain.column.entries'), numeric: true },
          { key: 'sealed', label: t('chain.column.sealed'), numeric: true },
          { key: 'last', label: t('chain.column.last') },
        ]}
      >
        {chains.map((one) => (
          <tr key={one.chain} className="go" aria-selected={one.chain === chain}>
            <td>
              <Link className="nm" href={`/admin/audit?chain=${one.chain}`} aria-current={one.chain === chain ? 'true' : undefined}>
                {one.of === 'tenant' ? (one.name ?? one.chain) : t(`chain.${one.of}`)}
              </Link>
            </td>
            <td className="num hide">{one.head_seq}</td>
            <td className="num end">#{one.sealed_seq}</td>
            <td className="sub">
              <Moment at={one.head_at} />
            </td>
          </tr>
        ))}
      </Ledger>
    </Section>
  );
};
