'use client';
import { api, type MaintenanceNotice } from '@inkproof/contract';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { browserApi } from '../../browser-api';
import { wordsFor } from '../../words/words-for';
import { useRunning } from '../support-access/use-running';
import { nearby, spanOfWindow } from './span-of-window';

const near = ({ items }: { items: readonly MaintenanceNotice[] }) => ({ items: nearby(items, new Date()) });
const ask = {
  tenant: () => browserApi(api.maintenanceNotices.list, { query: { which: 'standing', limit: 100 } }).then(near),
  provider: () => browserApi(api.adminMaintenance.standing).then(near),
};

/** Above every page, from a day before until it is over: what is worked on and when. */
export const MaintenanceStrip = ({ first, side }: { first: readonly MaintenanceNotice[]; side: keyof typeof ask }) => {
  const t = useTranslations('maintenance.strip');
  const locale = useLocale();
  return useRunning(first, ask[side]).map(({ id, state, overrun, title, ...window }) => {
    const isRunning = state !== 'scheduled';
    return (
      <div key={id} className={clsx('strip', isRunning && 'strip-zhu')} role="status">
        <span className={clsx('dot', isRunning ? 'dot-zhu' : 'dot-zhe')} aria-hidden="true" />
        <b>{t(overrun ? 'overrun' : isRunning ? 'running' : 'near')}</b>
        <span className="grow">
          {wordsFor(locale, title)} <span className="num nw">{spanOfWindow(window)}</span>
        </span>
        <Link className="link nw" href={side === 'tenant' ? `/maintenance/${id}` : `/admin/maintenance/${id}`}>
          {t('read')}
        </Link>
      </div>
    );
  });
};
