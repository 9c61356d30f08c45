import { outageCauses, type Availability, type Outage } from '@inkproof/contract';
import { Empty, Ledger, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { clock } from '../../clock';
import { Moment } from '../moments/moment';
import { spanOf } from '../tickets/span';
import { useWhoHadIt } from './who-had-it';

/** What a part of the service is called. */
export const nameIn = (components: Availability['components'], id: string, locale: string): string => components.find((one) => one.id === id)?.name[locale === 'en' ? 'en' : 'zh'] ?? id;

/** What it is put down to: the last word, and as long as there is none the provider. */
export const CauseTag = ({ outage: { bookings } }: { outage: Outage }) => {
  const t = useTranslations('availability');
  const cause = bookings.at(-1)?.cause ?? outageCauses[0];
  return <Tag tone={cause === 'provider' ? 'zhu' : 'plain'}>{t(`standing.${cause}`)}</Tag>;
};

interface OutageTableProps {
  items: readonly Outage[];
  components: Availability['components'];
  /** Leads to the page of one, where there is such a page. */
  hrefOf?: (id: string) => string;
  /** What may be done with one. */
  acts?: (outage: Outage) => ReactNode;
}

/** Outages, newest first. */
export const OutageTable = ({ items, components, hrefOf, acts }: OutageTableProps) => {
  const t = useTranslations('availability');
  const locale = useLocale();
  const whoHadIt = useWhoHadIt(hrefOf ? 'staff' : 'tenant');
  if (!items.length) return <Empty title={t('outages.empty')} written={5}>{t('outages.emptyBody')}</Empty>;
  return (
    <Ledger caption={t('outages.title')} columns={[{ key: 'component', label: t('outages.component') }, { key: 'from', label: t('outages.from') }, { key: 'span', label: t('outages.span') }, { key: 'cause', label: t('outages.cause') }, { key: 'acts', label: '' }]}>
      {items.map((outage) => {
        const name = nameIn(components, outage.component, locale);
        const who = whoHadIt(outage);
        const isDisputed = outage.disputes.some(({ state }) => state === 'open');
        return (
          <tr key={outage.id}>
            <td>
              {hrefOf ? <Link className="link" href={hrefOf(outage.id)}>{name}</Link> : <b>{name}</b>}
              {who ? <span className="sub"> {who}</span> : null}
            </td>
            <td className="sub">
              <Moment at={outage.from} />
            </td>
            <td className="end">{outage.until ? spanOf((Date.parse(outage.until) - Date.parse(outage.from)) / 1_000, locale) : <Tag tone="fill">{t('outages.running', { span: spanOf((clock.now().getTime() - Date.parse(outage.from)) / 1_000, locale) })}</Tag>}</td>
            <td>
              <span className="row wrap">
                <CauseTag outage={outage} />
                {isDisputed ? <Tag tone="dash">{t('outages.disputed')}</Tag> : null}
              </span>
            </td>
            <td className="end2">{acts?.(outage)}</td>
          </tr>
        );
      })}
    </Ledger>
  );
};
