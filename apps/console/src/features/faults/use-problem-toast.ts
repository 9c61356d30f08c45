'use client';
import { useToast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { problemValues, type ShownProblem } from './problem-notice';

/** Says what was refused where there is no dialog to say it in. */
export const useProblemToast = (problem: ShownProblem | null): void => {
  const t = useTranslations('problems');
  const locale = useLocale();
  const say = useToast();
  useEffect(() => {
    if (problem) say(t(`${problem.code}.title`, problemValues(problem, locale)), 'zhu');
  }, [problem, say, t, locale]);
};
