import type { Find } from './finding.js';
import type { PageText } from './page-text.js';

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const D = '[0-9OoIlSB]';
/** The ways to write a day, wherever they are written. */
const DATE = new RegExp(
  `^(?:${D}{4} ?[年/.\\- ] ?${D}{1,2} ?[月/.\\- ] ?${D}{1,2} ?日?|${D}{4} ?年 ?${D}{1,2} ?月|${D}{1,2} ?[/.\\- ] ?${D}{1,2} ?[/.\\- ] ?(?:${D}{4}|${D}{2})|${D}{8}|${D}{1,2}(?:st|nd|rd|th)?[ \\-.]{0,2}${MONTHS}[ \\-.,]{0,2}${D}{4}|${MONTHS}[ .]{0,2}${D}{1,2}(?:st|nd|rd|th)?[ ,]{1,2}${D}{4})(?![0-9A-Za-z])`,
  'i',
);
const SEPARATOR = /^(?: ?\([^)\n]{0,20}\))?[ ]{0,8}[:：]?[ ]{0,8}\n?[ ]{0,8}/;

/** Days of birth where a label says so; a date without one may be of anything. */
export const birthDates = ({ plain, labelled }: PageText): Find[] =>
  labelled.labels.flatMap(({ kind, end }) => {
    if (kind !== 'birth') return [];
    const after = plain.slice(end, end + 80);
    const separator = SEPARATOR.exec(after)?.[0] ?? '';
    const date = DATE.exec(after.slice(separator.length))?.[0];
    if (!date) return [];
    const begin = end + separator.length;
    return [{ kind: 'labelled_birth_date' as const, begin, end: begin + date.length, confidence: 0.93 }];
  });
