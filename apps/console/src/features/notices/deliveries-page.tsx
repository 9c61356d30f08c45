import './notices.css';
import { deliveryStates, type NoticeDelivery, type PublishedNotice } from '@inkproof/contract';
import { buttonClass, Empty, Facts, Icon, Ledger, Mast, Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { Attainment } from './attainment';
import { DeliveryCells } from './delivery-cells';
import { wordsFor } from '../../words/words-for';

export const deliveryViews = ['all', 'unreached', ...deliveryStates] as const;
export type DeliveryView = (typeof deliveryViews)[number];

interface DeliveriesPageProps {
  notice: PublishedNotice;
  items: readonly NoticeDelivery[];
  view: DeliveryView;
  csv: string;
  trail: Trail;
  next: string | null;
  mayOpen: boolean;
}

/** One notice: to whom it went, on which way, and what became of it. */
export const DeliveriesPage = ({ notice, items, view, csv, trail, next, mayOpen }: DeliveriesPageProps) => {
  const t = useTranslations('notices');
  const locale = useLocale();
  const base = `/admin/notices/${notice.id}`;
  const hrefOf = (one: DeliveryView): string => (one === 'all' ? base : `${base}?view=${one}`);
  return (
    <main className="main">
      <Mast
        title={wordsFor(locale, notice.title)}
        actions={
          <a className={buttonClass({})} href={csv} download>
            <Icon name="download" />
            {t('csv')}
          </a>
        }
      />
      <Facts
        entries={[
          [t('column.published'), <Moment key="at" at={notice.published_at} />],
          notice.reach_by ? [t('column.reachBy'), <Moment key="by" at={notice.reach_by} />] : null,
          [t('subject'), <span key="subject" className="mono s13">{notice.subject}</span>],
          [t('column.tenants'), notice.to_staff ? t('staff') : String(notice.tenants)],
          [t('column.reached'), <Attainment key="reached" notice={notice} />],
        ]}
      />
      <div className="filters ln-f row btw wrap mt-4">
        <Seg label={t('column.state')}>
          {deliveryViews.map((one) => (
            <Link key={one} href={hrefOf(one)} aria-current={one === view ? 'true' : undefined}>
              {one === 'all' || one === 'unreached' ? t(`view.${one}`) : t(`state.${one}`)}
            </Link>
          ))}
        </Seg>
        <StayFresh everySeconds={5} />
      </div>
      {items.length ? (
        <Ledger caption={t('deliveries')} columns={[{ key: 'to', label: t('column.to') }, { key: 'channel', label: t('column.channel') }, { key: 'at', label: t('column.at') }, { key: 'attempts', label: t('column.attempts'), numeric: true }, { key: 'state', label: t('column.state') }]}>
          {items.map((delivery) => (
            <tr key={delivery.id}>
              <DeliveryCells delivery={delivery} mayOpen={mayOpen} />
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t(view === 'unreached' ? 'allReached' : 'noneSuch')} written={view === 'unreached' ? 5 : 0} />
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(view)} trail={trail} next={next} /> : null}
    </main>
  );
};
