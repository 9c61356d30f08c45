/** Short, plain, and no name of anybody. */
const vocabulary = 'anchor basket bridge button candle carpet castle cotton desert dragon engine fabric forest garden hammer harbour island jacket kettle ladder lantern marble meadow mirror orchard pencil planet ribbon saddle silver tunnel window'.split(' ');

const LINES = 4;
const WORDS_A_LINE = 2;
/** So many of its words may be read as something else. */
const FORGIVEN_WORDS = 1;

/** How many numbers a page is drawn from. */
export const PAGE_RANDOM_BYTES = LINES * WORDS_A_LINE;

/** What stands on a page that nobody has seen before: no answer from memory could say it. */
export const linesFrom = (random: Uint8Array): string[] =>
  Array.from({ length: LINES }, (_, line) => Array.from({ length: WORDS_A_LINE }, (_, i) => vocabulary[random[line * WORDS_A_LINE + i]! % vocabulary.length]).join(' '));

/** Whether a text says what was drawn: its words, each as often as it stands there, in any order. */
export const isWhatWasDrawn = (lines: readonly string[], text: string): boolean => {
  const read: string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const missing = lines.flatMap((line) => line.split(' ')).filter((word) => {
    const at = read.indexOf(word);
    if (at >= 0) read.splice(at, 1);
    return at < 0;
  });
  return missing.length <= FORGIVEN_WORDS;
};
