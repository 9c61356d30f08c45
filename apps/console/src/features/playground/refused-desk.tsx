'use client';
import type { Problem } from '@inkproof/contract';
import { Button, buttonClass } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { ProblemNotice } from '../faults/problem-notice';
import { shownProblem } from '../faults/shown-problem';
import { limitText } from './limit-text';
import { PasswordField } from './password-field';
import { PickButton } from '../picking/pick-button';
import { useCountdown } from './use-countdown';
import type { Picture } from './use-reading';

interface RefusedDeskProps {
  picture: Picture;
  problem: Problem;
  accept: readonly string[];
  onAgain: () => void;
  onUnlock: (password: string) => void;
  onFile: (file: File) => void;
}

/** The file that was not read, and why. Where a retry can succeed, its button counts down to that moment; where a password is missing, it is asked for. */
export const RefusedDesk = ({ picture, problem, accept, onAgain, onUnlock, onFile }: RefusedDeskProps) => {
  const t = useTranslations('playground');
  const faults = useTranslations('faults');
  const locale = useLocale();
  const isLocked = problem.code === 'document.password_required' || problem.code === 'document.password_wrong';
  const [isShown, setShown] = useState(true);
  const leftMs = useCountdown(problem.retry_after_ms ?? 0);
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(leftMs / 1000);
  return (
    <div className="pg">
      <div className="pg-c pg-drop pg-not">{isShown ? <img className="pg-ghost pg-ghost-p" src={picture.address} alt={picture.file.name} onError={() => setShown(false)} /> : <span className="mono dim">{picture.file.name}</span>}</div>
      <div className="pg-r">
        <ProblemNotice
          problem={shownProblem(problem, limitText(problem.limit, locale))}
          actions={
            <>
              {problem.status === 401 ? (
                <Link className={buttonClass({ tone: 'ink' })} href="/sign-in?next=/playground">
                  {faults('signInAgain')}
                </Link>
              ) : null}
              {problem.retryable ? (
                <Button tone="ink" icon="again" blocked={leftMs > 0} onClick={onAgain}>
                  {leftMs > 0 ? t('countdown', { seconds }) : t('retry')}
                </Button>
              ) : null}
              <PickButton accept={accept} onFile={onFile} tone={problem.retryable || isLocked || problem.status === 401 ? 'plain' : 'ink'}>
                {t('another')}
              </PickButton>
            </>
          }
        />
        {isLocked ? <PasswordField onUnlock={onUnlock} /> : null}
      </div>
    </div>
  );
};
