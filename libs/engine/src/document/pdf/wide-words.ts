/** Han and kana: scripts that set no space between words. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3005\u3007]/u;
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
const MARK = /^[\p{P}\p{S}]+$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Where the words of an unspaced run of text begin, counted in its characters.
 * Latin words are whole as they are. In Chinese words are found by dictionary, and a mark stays with the word that it closes or opens.
 */
export const wordBegins = (run: string): number[] => {
  if (!WIDE.test(run)) return [0];
  const begins: number[] = [];
  let [at, isOpening] = [0, false];
  for (const { segment } of segmenter.segment(run)) {
    const isAttached = at > 0 && (isOpening || (MARK.test(segment) && !OPENING.test(segment)));
    if (!isAttached) begins.push(at);
    isOpening = OPENING.test(segment);
    at += [...segment].length;
  }
  return begins;
};
