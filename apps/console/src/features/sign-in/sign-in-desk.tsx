'use client';
import type { SecondStep, Session, SignInAnswer, SignInOptions } from '@inkproof/contract';
import { useState } from 'react';
import { afterSignIn } from '../session/home-of';
import { SecondStepForm } from './second-step-form';
import { SignInForm } from './sign-in-form';

/** The two steps of signing in. Who has no second factor takes one. */
export const SignInDesk = ({ next, options }: { next: string | undefined; options: SignInOptions}) => {
  const [step, setStep] = useState<SecondStep | null>(null);
  const enter = (session: Session) => window.location.assign(afterSignIn(session, next));
  const answered = ({ session, second_step }: SignInAnswer) => {
    if (session) enter(session);
    else setStep(second_step);
  };
  return step ? <SecondStepForm step={step} onEntered={enter} onBack={() => setStep(null)} /> : <SignInForm options={options} next={next} onAnswered={answered} onEntered={enter} />;
};
