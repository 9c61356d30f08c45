import type { Span } from './filing.js';

/** As a text is stored: NFC, so that what looks alike is alike, and lines ended by LF. */
export const filedText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');

/** Characters as people count them, near enough: Unicode code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

export const wordsOf = (text: string, { begins, ends }: Pick<Span, 'begins' | 'ends'>): string => Array.from(text).slice(begins, ends).join('');

/** Marks inside the text, each said once, in the order of the text. What reaches beyond it is cut at its end. */
export const tidySpans = (text: string, spans: readonly Span[]): Span[] => {
  const length = lengthOf(text);
  const kept = new Map<string, Span>();
  for (const { clause, begins, ends } of spans) if (begins < length) kept.set(`${clause} ${begins}`, { clause, begins, ends: Math.min(ends, length) });
  return [...kept.values()].sort((one, other) => one.begins - other.begins || one.clause.localeCompare(other.clause));
};

/** The only place of some words in a text, in code points; undefined when there is none or several. */
const onlyPlaceOf = (text: string, words: string): number | undefined => {
  const at = text.indexOf(words);
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? undefined : lengthOf(text.slice(0, at));
};

/** Marks follow their words into a changed text. Those whose words are gone, or could be meant in several places, are dropped. */
export const moveSpans = (from: string, to: string, spans: readonly Span[]): Span[] =>
  spans.flatMap((span) => {
    const words = wordsOf(from, span);
    if (wordsOf(to, span) === words) return [span];
    const begins = onlyPlaceOf(to, words);
    return begins === undefined ? [] : [{ clause: span.clause, begins, ends: begins + lengthOf(words) }];
  });
