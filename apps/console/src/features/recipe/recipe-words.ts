import en from '../../words/en/recipe.json';
import type { zhCN } from '../../words/zh-CN/index';

type Reason = keyof typeof zhCN.recipe.reasons;
type StepName = keyof typeof zhCN.recipe.step;

/** The engine tells its reason as a sentence, and the English words here are those sentences. */
const reasons = new Map(Object.entries(en.reasons).map(([reason, sentence]) => [sentence, reason as Reason]));

/** Which of the reasons that have words in every language this sentence is; undefined for one of another release. */
export const reasonOf = (why: string): Reason | undefined => reasons.get(why);

export const isKnown = (name: string): name is StepName => Object.hasOwn(en.step, name);
