import './notices.css';
import { deliveryStates, type DeliveryState, type NoticeDelivery, type PublishedNotice } from '@inkproof/contract';
import { buttonClass, Empty, Facts, Icon, Ledger, Mast, Seg, Tag, type TagTone } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { Attainment } from './attainment';
import { OpenMessage } from './open-message';
import { wordsFor } from '../../words/words-for';

export const deliveryViews = ['all', 'unreached', ...deliveryStates] as const;
export type DeliveryView = (typeof deliveryViews)[number];

const toneOf: Record<DeliveryState, TagTone> = { queued: 'dash', sent: 'plain', accepted: 'lv', read: 'lv', bounced: 'zhu', failed: 'zhe' };

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
  const channels = useTranslations('inbox.channel');
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
              <td>
                <span className="nm">{delivery.tenant?.name ?? t('staff')}</span> <span className="sub">{delivery.person ? (delivery.person.name ?? t('gone')) : t('program')}</span>
              </td>
              <td className="sub">
                {channels(delivery.channel)} {delivery.in_place_of ? <Tag tone="dash">{t('second')}</Tag> : delivery.owed ? null : <span className="dim s13">{t('byWish')}</span>}
              </td>
              <td className="hide sub">
                <Moment at={delivery.read_at ?? delivery.settled_at ?? delivery.sent_at ?? delivery.created_at} />
              </td>
              <td className="num hide sub">{delivery.attempts}</td>
              <td className="end">
                <span className="row">
                  <Tag tone={toneOf[delivery.state]}>{t(`state.${delivery.state}`)}</Tag>
                  {delivery.sha256 && mayOpen ? <OpenMessage id={delivery.id} /> : null}
                  {delivery.last_error ? <span className="mono s13 dim">{delivery.last_error}</span> : null}
                </span>
              </td>
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
