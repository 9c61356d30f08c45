'use client';
import { api, type SupportAccess } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { browserApi } from '../../browser-api';
import { clockOf } from '../../words/moments';
import { EndAccess } from './end-access';
import { TimeLeft } from './time-left';
import { useRunning } from './use-running';

const ask = () => browserApi(api.supportAccesses.list, { query: { running: 'true' } });

/** Above every page of a tenant, while somebody of the provider may look at its data: who, why, until when, and the way to end it. */
export const RunningForTenant = ({ accesses, mayEnd }: { accesses: readonly SupportAccess[]; mayEnd: boolean }) => {
  const t = useTranslations('supportAccess');
  return useRunning(accesses, ask).map(({ id, person, reason, ticket, ends_at: endsAt }) => (
    <div key={id} className="strip strip-zhu" role="status">
      <span className="dot dot-zhu" aria-hidden="true" />
      <b>{t('watched', { name: person.name })}</b>
      <span className="grow">
        {t('bannerBody', { reason })}
        {ticket ? ` ${t('ticket', { ticket })}` : null}
      </span>
      <span className="nw">{t('until', { moment: clockOf(endsAt).slice(0, 5) })}</span>
      <TimeLeft until={endsAt} />
      {mayEnd ? (
        <EndAccess id={id} side="tenant" />
      ) : (
        <Link className="link nw" href="/support-access">
          {t('title')}
        </Link>
      )}
    </div>
  ));
};
