export interface ListMarker {
  kind: 'bullet' | 'number' | 'letter' | 'han' | 'circled';
  /** What stands around the number, so that "1." and "(1)" are told apart. */
  style: string;
  /** Of a number, counted from 1; 0 for bullets. */
  value: number;
  /** What follows the marker. */
  rest: string;
}

const HAN_NUMBERS = '一二三四五六七八九';

/** 一 to 九十九, as clauses are counted; 0 for anything else. */
const hanValue = (text: string): number => {
  const digits = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!digits || (!digits[2] && digits[1] && digits[3])) return 0;
  const valueOf = (digit: string | undefined): number => (digit ? HAN_NUMBERS.indexOf(digit) + 1 : 0);
  return digits[2] ? (valueOf(digits[1]) || 1) * 10 + valueOf(digits[3]) : valueOf(digits[1]) + valueOf(digits[3]);
};

const BULLET = /^([•·●○■□▪▫◦‣◆◇►▶➢✓*]|[-–—](?=\s))\s*(?=\S)/u;
/** A point that a digit follows belongs to an amount, a date or a section such as 2.1, and is no marker. */
const NUMBER = /^([（(]?)(\d{1,3})([.．、)）])(?!\d)\s*(?=\S)/u;
const LETTER = /^([（(]?)([a-hA-H])([.)）])\s+(?=\S)/u;
const HAN = /^([（(]?)([一二三四五六七八九十]{1,3})([、.．)）])\s*(?=\S)/u;
const CIRCLED = /^([①-⑳])\s*(?=\S)/u;

/** What a line of a list begins with, or null when it begins like any other. */
export const listMarker = (text: string): ListMarker | null => {
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: 'bullet', style: '', value: 0, rest: text.slice(bullet[0].length) };
  const circled = CIRCLED.exec(text);
  if (circled) return { kind: 'circled', style: '', value: (circled[1] ?? '').charCodeAt(0) - 0x2460 + 1, rest: text.slice(circled[0].length) };
  for (const [kind, pattern] of [['number', NUMBER], ['letter', LETTER], ['han', HAN]] as const) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [all, open = '', sign = '', close = ''] = found;
    const value = kind === 'number' ? Number(sign) : kind === 'letter' ? sign.toLowerCase().charCodeAt(0) - 96 : hanValue(sign);
    if (value > 0 && (!open || /[)）]/.test(close))) return { kind, style: `${open}${close}`.normalize('NFKC'), value, rest: text.slice(all.length) };
  }
  return null;
};
