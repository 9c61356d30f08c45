'use client';
import { api, type SecondStep, type Session } from '@inkproof/contract';
import { buttonClass } from '@inkproof/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { afterSignIn } from '../session/home-of';
import { recallNext } from './next-page';
import { RefusedAtDoor } from './refused-at-door';
import { SecondStepForm } from './second-step-form';

/** Back from the other provider: its answer is handed over once, and a second step of ours may follow. */
export const OidcReturn = () => {
  const t = useTranslations('signIn');
  const { problem, send } = useSend();
  const [step, setStep] = useState<SecondStep | null>(null);
  const handedOver = useRef(false);
  const next = useRef<string | undefined>(undefined);
  const enter = (session: Session) => window.location.assign(afterSignIn(session, next.current));
  useEffect(() => {
    if (handedOver.current) return;
    handedOver.current = true;
    next.current = recallNext();
    const query = window.location.search.slice(1) || 'none';
    // The code is worth nothing any more, and has no place in the history.
    window.history.replaceState(null, '', window.location.pathname);
    void send(async () => {
      const { session, second_step } = await browserApi(api.session.finishOidc, { body: { query } });
      if (session) enter(session);
      else setStep(second_step);
    });
  });
  if (step) return <SecondStepForm step={step} onEntered={enter} onBack={() => window.location.assign('/sign-in')} />;
  return (
    <div className="si-f">
      <h1>{t('returning')}</h1>
      {problem ? null : <p className="sub mt-1">{t('returningBody')}</p>}
      <div className="col si-fields mt-6">
        <RefusedAtDoor problem={problem} />
        {problem ? (
          <Link className={buttonClass({ tone: 'ink', size: 'l', wide: true })} href="/sign-in">
            {t('again')}
          </Link>
        ) : null}
      </div>
    </div>
  );
};
