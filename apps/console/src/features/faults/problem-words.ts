import type { Locale } from '../preferences/locale';
import type { zhCN } from '../../words/zh-CN/index';

export type ProblemWords = (typeof zhCN)['problems'];

/** Files of their own, with a name that changes with their words: a browser fetches one when a first problem is met, and keeps it. */
const files: Record<Locale, () => Promise<{ default: ProblemWords }>> = {
  'zh-CN': () => import('../../words/zh-CN/problems.json'),
  en: () => import('../../words/en/problems.json'),
};

/** The words of all problems, or null where they do not come. Asked again, it tries again. */
export const fetchProblemWords = (locale: Locale): Promise<ProblemWords | null> =>
  files[locale]().then(
    ({ default: words }) => words,
    () => null,
  );
