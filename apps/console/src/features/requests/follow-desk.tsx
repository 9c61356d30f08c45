'use client';
import './requests.css';
import { api, type RequestStatus } from '@inkproof/contract';
import { Writing } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useLinkToken } from '../door/link-token';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { FollowedRequest } from './followed-request';

/** A request for whoever holds the link in its mail. */
export const FollowDesk = () => {
  const t = useTranslations('requests.follow');
  const link = useLinkToken();
  const { busy, problem, send, forget } = useSend();
  const [status, setStatus] = useState<RequestStatus | null>(null);
  const act = (endpoint: typeof api.requestForms.status | typeof api.requestForms.confirm | typeof api.requestForms.withdraw): Promise<boolean> => send(async () => setStatus(await browserApi(endpoint, { body: { link: link ?? '' } })));
  // The link is only known once the browser has the page.
  useEffect(() => {
    if (link) void act(api.requestForms.status);
  }, [link]);
  if (link === '')
    return (
      <div className="si-f">
        <h1>{t('noLink')}</h1>
        <p className="sub mt-1">{t('noLinkBody')}</p>
      </div>
    );
  if (!status)
    return (
      <div className="si-f" role="status">
        {problem ? <ProblemBar problem={problem} /> : <Writing />}
      </div>
    );
  return <FollowedRequest status={status} busy={busy} problem={problem} onConfirm={() => void act(api.requestForms.confirm)} onWithdraw={() => act(api.requestForms.withdraw)} onForget={forget} />;
};
