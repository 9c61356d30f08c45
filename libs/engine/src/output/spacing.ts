import type { OutputLine, OutputWord } from './page.js';

/** Whether a space stands before a word of its line, as the text of the page has it. Chinese words follow each other without one. */
export const isSpaced = ({ words }: OutputLine, index: number): boolean => {
  const [left, right] = [words[index - 1], words[index]];
  return left !== undefined && right !== undefined && right.span[0] > left.span[1];
};

/** The words of a line, each said in its own way, with spaces only where the text has them. */
export const joined = (line: OutputLine, say: (word: OutputWord, index: number) => string): string =>
  line.words.map((word, index) => (isSpaced(line, index) ? ' ' : '') + say(word, index)).join('');
