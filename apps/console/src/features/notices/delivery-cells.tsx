import type { DeliveryState, NoticeDelivery } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';
import { OpenMessage } from './open-message';

const toneOf: Record<DeliveryState, TagTone> = { queued: 'dash', sent: 'plain', accepted: 'lv', read: 'lv', bounced: 'zhu', failed: 'zhe' };

/** To whom something went, on which way, and what became of it. */
export const DeliveryCells = ({ delivery, mayOpen }: { delivery: NoticeDelivery; mayOpen: boolean }) => {
  const t = useTranslations('notices');
  const channels = useTranslations('inbox.channel');
  return (
    <>
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
    </>
  );
};
