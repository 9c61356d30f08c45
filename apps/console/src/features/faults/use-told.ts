'use client';
import { createTranslator, useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { fetchProblemWords, type ProblemWords } from './problem-words';
import { problemValues, type ShownProblem } from './shown-problem';

interface Told {
  title: string;
  body: string;
}

/**
 * What a person is told of a problem; null where there is none, and until its words have come. The words of all problems are
 * a sixth of the vocabulary and hardly ever needed, so no page carries them. Those for a moment at which nothing can be
 * fetched stand on every page, and words that do not come leave the code.
 */
export const useTold = (problem: ShownProblem | null): Told | null => {
  const away = useTranslations('problems.capacity.store_unavailable');
  const untold = useTranslations('faults.untold');
  const locale = useLocale();
  const [words, setWords] = useState<ProblemWords | null>();
  const isFetched = problem !== null && problem.code !== 'capacity.store_unavailable';
  useEffect(() => {
    let isWanted = isFetched;
    if (isFetched) void fetchProblemWords(locale).then((found) => isWanted && setWords(found));
    return () => {
      isWanted = false;
    };
  }, [isFetched, locale]);
  if (!problem) return null;
  if (!isFetched) return { title: away('title'), body: away('body') };
  if (words === undefined) return null;
  if (words === null) return { title: untold('title'), body: untold('body', { code: problem.code }) };
  const t = createTranslator({ locale, messages: { problems: words }, namespace: 'problems' });
  const values = problemValues(problem, locale);
  return { title: t(`${problem.code}.title`, values), body: t(`${problem.code}.body`, values) };
};
