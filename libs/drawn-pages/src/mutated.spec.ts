import { describe, expect, it } from 'vitest';
import { mutated } from './mutated.js';
import { noise } from './noise.js';
import { oneOfEach } from './one-of-each.js';

const whole = Buffer.from('A file of some length, with 12 numbers and 34 more. '.repeat(20));

describe('a damaged file', () => {
  it('is damaged in the same way for the same seed, and otherwise for another', () => {
    expect(mutated(whole, noise(1)).equals(mutated(whole, noise(1)))).toBe(true);
    expect(mutated(whole, noise(1)).equals(mutated(whole, noise(2)))).toBe(false);
  });

  it('leaves the whole one whole', () => {
    const before = Buffer.from(whole);
    for (let seed = 0; seed < 200; seed++) mutated(whole, noise(seed));
    expect(whole.equals(before)).toBe(true);
  });

  it('may be of any length, nothing too', () => {
    for (let seed = 0; seed < 200; seed++) expect(mutated(Buffer.alloc(seed % 5), noise(seed)).length).toBeLessThan(2_000);
  });
});

it('one of each kind is drawn the same each time, but for what locks a document', async () => {
  const [{ pdfLocked: _, ...first }, { pdfLocked: __, ...again }] = [await oneOfEach(), await oneOfEach()];
  expect(first).toEqual(again);
});
