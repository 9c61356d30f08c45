'use client';
import './requests.css';
import { api, openRequestStates, type RequestStatus } from '@inkproof/contract';
import { Button, Facts, Writing } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { momentOf } from '../../words/moments';
import { useLinkToken } from '../door/link-token';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { lastDayOf } from './request-clock';
import { RequestState } from './request-state';

/** How a request stands, for whoever holds the link in its mail. */
export const FollowDesk = () => {
  const t = useTranslations('requests');
  const link = useLinkToken();
  const { busy, problem, send } = useSend();
  const [status, setStatus] = useState<RequestStatus | null>(null);
  const act = (endpoint: typeof api.requestForms.status | typeof api.requestForms.confirm | typeof api.requestForms.withdraw) => void send(async () => setStatus(await browserApi(endpoint, { body: { link: link ?? '' } })));
  // The link is only known once the browser has the page.
  useEffect(() => {
    if (link) act(api.requestForms.status);
  }, [link]);
  if (link === '')
    return (
      <div className="si-f">
        <h1>{t('follow.noLink')}</h1>
        <p className="sub mt-1">{t('follow.noLinkBody')}</p>
      </div>
    );
  if (!status)
    return (
      <div className="si-f" role="status">
        {problem ? <ProblemBar problem={problem} /> : <Writing />}
      </div>
    );
  const isOpen = openRequestStates.some((one) => one === status.state);
  return (
    <div className="si-f">
      <h1>{t('follow.title', { tenant: status.tenant })}</h1>
      <p className="row mt-1">
        <RequestState state={status.state} /> <span className="sub">{t(`kindLong.${status.kind}`)}</span>
      </p>
      <div className="col mt-6">
        <ProblemBar problem={problem} />
        {status.answer ? <blockquote className="rq-w">{status.answer}</blockquote> : null}
        {status.reason ? <blockquote className="rq-w">{status.reason}</blockquote> : null}
        <Facts entries={[[t('column.received'), momentOf(status.clock.received_at)], [t('column.clock'), t('due', { day: lastDayOf(status.clock.due_at) })], ...status.steps.map(({ at, kind }): [string, string] => [momentOf(at), t(`event.${kind}`)])]} />
        {isOpen && !status.confirmed && status.state === 'received' ? (
          <Button tone="ink" size="l" wide busy={busy} onClick={() => act(api.requestForms.confirm)}>
            {t('follow.confirm')}
          </Button>
        ) : null}
        {isOpen ? (
          <Button busy={busy} onClick={() => act(api.requestForms.withdraw)}>
            {t('follow.withdraw')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
