/** Scripts without spaces between words, and full-width forms. Each character fills a square of its own. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

export const isWide = (character: string): boolean => WIDE.test(character);
