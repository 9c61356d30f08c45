import type { ServiceEnd } from '@inkproof/contract';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';

const SOON_DAYS = 7;

/** Above every page of a tenant whose service is to end: how long it runs still, and where to fetch what is its own. */
export const EndingStrip = ({ end }: { end: ServiceEnd }) => {
  const t = useTranslations('ending.strip');
  const isNear = end.state !== 'announced' || end.days_left <= SOON_DAYS;
  return (
    <div className={clsx('strip', isNear && 'strip-zhu')} role="status">
      <span className={clsx('dot', isNear ? 'dot-zhu' : 'dot-zhe')} aria-hidden="true" />
      <b>{end.state === 'announced' ? t('left', { days: end.days_left }) : t('ended')}</b>
      <span className="grow">{end.state === 'announced' ? t('leftBody', { day: end.last_day }) : t('endedBody', { day: dayOf(end.readable_until) })}</span>
      <Link className="link nw" href="/service-end">
        {t(end.state === 'announced' ? 'carryAway' : 'read')}
      </Link>
    </div>
  );
};
