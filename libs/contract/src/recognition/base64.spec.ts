import { expect, it } from 'vitest';
import { wrongInBase64 } from './base64.js';
import { ImageSource } from './options.js';

const file = Buffer.from([0xfb, 0xff, ...Array.from({ length: 200 }, (_, i) => i)]);
const base64 = file.toString('base64');

it('is taken in one line and in many, with either end of line', () => {
  for (const text of [base64, ...['\n', '\r\n'].map((end) => base64.replace(/.{76}/g, `$&${end}`) + end)]) {
    expect(wrongInBase64(text)).toBeUndefined();
    expect(ImageSource.safeParse({ base64: text }).success).toBe(true);
    expect(Buffer.from(text, 'base64')).toEqual(file);
  }
});

it.each([
  ['a data: prefix', `data:image/png;base64,${base64}`, 'data: prefix'],
  ['the alphabet of addresses', file.toString('base64url'), 'not with - and _'],
  ['characters that are none of it', '***', 'letters, digits, + and /'],
  ['both alphabets', 'ab+_', 'letters, digits, + and /'],
  ['an end that is missing', base64.slice(0, -1), 'multiple of four'],
  ['two pieces behind one another', `QQ==${base64}`, 'one piece'],
  ['too much padding', 'Q===', 'one piece'],
  ['empty lines', '\r\n\n', 'a file'],
])('says what is wrong with %s', (_, text, why) => {
  expect(wrongInBase64(text)).toContain(why);
  expect(ImageSource.safeParse({ base64: text }).error?.issues).toEqual([expect.objectContaining({ path: ['base64'], message: wrongInBase64(text) })]);
});

it('is looked through at once, however long', () => {
  const beganMs = performance.now();
  expect(wrongInBase64('AAAA'.repeat(10_000_000))).toBeUndefined();
  expect(performance.now() - beganMs).toBeLessThan(5_000);
});
