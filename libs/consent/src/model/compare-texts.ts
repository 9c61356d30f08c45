import { diffArrays } from 'diff';

export interface TextPart {
  kind: 'same' | 'added' | 'removed';
  words: string;
}

/** Beyond that many differing words two texts are shown one after the other: a longer comparison would tell nobody anything. */
const DIFFERENCES_MAX = 1_000;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** What a text says beside what another said, word by word. */
export const compareTexts = (before: string, after: string): TextPart[] => {
  const parts = diffArrays(segments(before), segments(after), { maxEditLength: DIFFERENCES_MAX });
  if (!parts) return [{ kind: 'removed' as const, words: before }, { kind: 'added' as const, words: after }].filter(({ words }) => words !== '');
  return parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', words: value.join('') }));
};
