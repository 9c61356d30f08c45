'use client';
import { openRequestStates, type RequestStatus } from '@inkproof/contract';
import { Button, Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { momentOf } from '../../words/moments';
import { FormDialog } from '../dialogs/form-dialog';
import { ProblemBar } from '../faults/problem-bar';
import type { ShownProblem } from '../faults/shown-problem';
import { lastDayOf } from './request-clock';
import { RequestState } from './request-state';

interface FollowedRequestProps {
  status: RequestStatus;
  busy: boolean;
  problem: ShownProblem | null;
  onConfirm: () => void;
  /** Whether it was taken back. */
  onWithdraw: () => Promise<boolean>;
  onForget: () => void;
}

const TO_THE_MINUTE = 16;
const minuteOf = (at: string): string => momentOf(at).slice(0, TO_THE_MINUTE);

/** How a request stands, what was said to it, and what the person may do about it. */
export const FollowedRequest = ({ status, busy, problem, onConfirm, onWithdraw, onForget }: FollowedRequestProps) => {
  const t = useTranslations('requests');
  const [asking, setAsking] = useState(false);
  const { tenant, kind, state, clock, ended_at: endedAt, answer, reason, steps } = status;
  const isOpen = openRequestStates.some((one) => one === state);
  const close = () => (setAsking(false), onForget());
  return (
    <div className="si-f">
      <h1>{t('follow.title', { tenant })}</h1>
      <p className="row mt-1">
        <RequestState state={state} side="person" /> <span className="sub">{t(`kindLong.${kind}`)}</span>
      </p>
      <ProblemBar problem={asking ? null : problem} />
      {state === 'received' ? (
        <>
          <p className="sub mt-4">{t('follow.unconfirmed', { tenant })}</p>
          <Button className="mt-4" tone="ink" size="l" wide busy={busy && !asking} onClick={onConfirm}>
            {t('follow.confirm')}
          </Button>
        </>
      ) : null}
      {answer ? (
        <Section title={t('follow.answer', { tenant })}>
          <blockquote className="rq-w">{answer}</blockquote>
        </Section>
      ) : null}
      {reason ? (
        <Section title={t(state === 'refused' ? 'follow.refused' : 'follow.extended')}>
          <blockquote className="rq-w">{reason}</blockquote>
          {state === 'refused' ? <p className="hint">{t('follow.complain')}</p> : null}
        </Section>
      ) : null}
      <Section title={t('steps')}>
        <Facts entries={[endedAt === null ? [t('column.clock'), t('due', { day: lastDayOf(clock.due_at) })] : null, ...steps.map((step): [string, string] => [minuteOf(step.at), t(`event.${step.kind}`)])]} />
      </Section>
      {isOpen ? (
        <p className="mt-6">
          <Button onClick={() => setAsking(true)}>{t('follow.withdraw')}</Button>
        </p>
      ) : null}
      {asking ? (
        <FormDialog
          title={t('follow.withdrawTitle')}
          lede={t('follow.withdrawLede', { tenant })}
          submit={t('follow.withdraw')}
          busy={busy}
          problem={problem}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            void onWithdraw().then((isDone) => isDone && close());
          }}
        />
      ) : null}
    </div>
  );
};
