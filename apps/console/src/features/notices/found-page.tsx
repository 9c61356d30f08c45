import './notices.css';
import type { FoundDelivery, TenantName } from '@inkproof/contract';
import { buttonClass, Ledger, Mast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { wordsFor } from '../../words/words-for';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { DeliveryCells } from './delivery-cells';
import { FindRecipient } from './find-recipient';
import { LedgerFilter } from './ledger-filter';
import { ledgerHref, type LedgerQuery } from './ledger-query';
import { NothingFound } from './nothing-found';

interface FoundPageProps {
  items: readonly FoundDelivery[];
  query: LedgerQuery;
  tenant: TenantName | undefined;
  trail: Trail;
  next: string | null;
  mayOpen: boolean;
  mayTrace: boolean;
}

/** Deliveries of all notices: what somebody was told, what went astray. */
export const FoundPage = ({ items, query, tenant, trail, next, mayOpen, mayTrace }: FoundPageProps) => {
  const t = useTranslations('notices');
  const locale = useLocale();
  const { person, ...others } = query;
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('searchLede')} />
      <LedgerFilter view="deliveries" query={query} tenant={tenant} />
      {person ? (
        <p className="row wrap ln-p">
          {t('recipient.chosen', { name: items[0]?.person?.name ?? person })}
          <Link className={buttonClass({ size: 's', tone: 'quiet' })} href={ledgerHref('deliveries', others)}>
            {t('recipient.anybody')}
          </Link>
        </p>
      ) : mayTrace ? (
        <FindRecipient query={others} />
      ) : null}
      {items.length ? (
        <Ledger caption={t('deliveries')} columns={[{ key: 'title', label: t('column.title') }, { key: 'to', label: t('column.to') }, { key: 'channel', label: t('column.channel') }, { key: 'at', label: t('column.at') }, { key: 'attempts', label: t('column.attempts'), numeric: true }, { key: 'state', label: t('column.state') }]}>
          {items.map((delivery) => (
            <tr key={delivery.id}>
              <td>
                <Link className="link" href={`/admin/notices/${delivery.notice.id}`}>
                  {wordsFor(locale, delivery.notice.title)}
                </Link>
              </td>
              <DeliveryCells delivery={delivery} mayOpen={mayOpen} />
            </tr>
          ))}
        </Ledger>
      ) : (
        <NothingFound query={query} />
      )}
      {items.length || trail.cursor ? <Pager base={ledgerHref('deliveries', query)} trail={trail} next={next} /> : null}
    </main>
  );
};
