import type { Expiry } from '@inkproof/contract';
import { Ledger } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { lastDayOf } from '../requests/request-clock';
import { AttestedWords } from './attested-words';
import { ExpiryState } from './expiry-state';

interface ExpiriesTableProps {
  caption: string;
  expiries: readonly Expiry[];
  side: 'tenant' | 'provider';
  act?: (expiry: Expiry) => ReactNode;
}

/** Copies of a tenant whose time is over, as both sides read them. */
export const ExpiriesTable = ({ caption, expiries, side, act }: ExpiriesTableProps) => {
  const t = useTranslations('attestations');
  const format = useFormatter();
  return (
    <Ledger
      caption={caption}
      columns={[
        { key: 'what', label: t('column.what') },
        { key: 'day', label: t('column.day') },
        { key: 'count', label: t('column.count'), numeric: true },
        { key: 'due', label: t('column.due') },
        { key: 'state', label: t('column.state') },
      ]}
    >
      {expiries.map((expiry) => (
        <tr key={expiry.id}>
          <td>
            <span className="nm">{t(`kind.${expiry.kind}`)}</span>
            <div className="sub s13">{expiry.filing ? t('filing', { name: expiry.filing.name, number: expiry.filing.version }) : t('filingGone')}</div>
            {expiry.attestation ? <AttestedWords attestation={expiry.attestation} side={side} /> : null}
          </td>
          <td className="sub" data-k={t('column.day')}>
            {expiry.day}
          </td>
          <td className="num start" data-k={t('column.count')}>
            {format.number(expiry.count)}
          </td>
          <td className="sub" data-k={t('column.due')}>
            {lastDayOf(expiry.due_at)}
          </td>
          <td className="end">
            <div className="row wrap at-s">
              <ExpiryState state={expiry.state} side={side} />
              {act?.(expiry)}
            </div>
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
