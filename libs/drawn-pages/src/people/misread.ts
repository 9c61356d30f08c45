import type { Draw } from './draw.js';

const LOOK_ALIKES: Readonly<Record<string, readonly [string, ...string[]]>> = { '0': ['O', 'o'], '1': ['l', 'I'], '5': ['S'], '8': ['B'], '2': ['Z'], '6': ['b'] };
const CONFUSED: Readonly<Record<string, readonly [string, ...string[]]>> = { '0': ['8', '6'], '1': ['7'], '3': ['8'], '5': ['6'], '6': ['8'], '7': ['1'], '8': ['3', '6'], '9': ['4'] };

export type Misreading = 'letter' | 'digit' | 'space' | 'full_width' | 'line' | 'mark' | 'beside_mark';

/** Where a reader took one sign for another; null where the text has none of that kind. */
const replaceOne = (draw: Draw, text: string, others: typeof LOOK_ALIKES, count: number): string => {
  const signs = [...text];
  for (let time = 0; time < count; time++) {
    const places = signs.flatMap((sign, at) => (others[sign] ? [at] : []));
    const at = places[draw.between(0, places.length - 1)];
    const other = others[signs[at ?? -1] ?? ''];
    if (at !== undefined && other) signs[at] = draw.one(other);
  }
  return signs.join('');
};

const insertOne = (draw: Draw, text: string, sign: string): string => {
  const places = [...text].flatMap((_, at) => (at > 1 && at < text.length - 1 && /[0-9A-Za-z]/.test(text[at - 1] ?? '') && /[0-9A-Za-z]/.test(text[at] ?? '') ? [at] : []));
  const at = places[draw.between(0, places.length - 1)];
  return at === undefined ? text : text.slice(0, at) + sign + text.slice(at);
};

const fullWidth = (text: string): string => text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const grouped = (draw: Draw, text: string): string => {
  const mark = draw.one(['-', '.', ' ', ' ']);
  const sizes = text.length === 11 ? [3, 4, 4] : text.length === 18 ? [6, 8, 4] : [4, 4, 4, 4, 3];
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).filter(Boolean).join(mark);
};

/** A value as a reader might give it: `space` is a narrow gap and `line` the end of a line, both inside the value. */
export const misread = (draw: Draw, text: string, how: Misreading): string => {
  if (how === 'letter') return replaceOne(draw, text, LOOK_ALIKES, draw.between(1, 2));
  if (how === 'digit') return replaceOne(draw, text, CONFUSED, 1);
  if (how === 'space') return insertOne(draw, draw.chance(0.3) ? insertOne(draw, text, ' ') : text, ' ');
  if (how === 'beside_mark') return text.replace(draw.one([/@/, /\.(?=[a-z]+$)/]), draw.one([' $&', '$& ']));
  if (how === 'full_width') return fullWidth(text);
  if (how === 'line') return insertOne(draw, text, '\n');
  return /^[0-9X]{11,19}$/.test(text) ? grouped(draw, text) : text;
};
