import { expect, it } from 'vitest';
import { seal, unseal } from './seal.js';

const master = Buffer.alloc(32, 1);
const text = Buffer.from('回执 0387');

it('gives back what was sealed', () => {
  expect(unseal(master, 'rec_1', seal(master, 'rec_1', text))).toEqual(text);
});

it('never seals the same bytes alike', () => {
  expect(Buffer.from(seal(master, 'rec_1', text).sealed).equals(Buffer.from(seal(master, 'rec_1', text).sealed))).toBe(false);
});

it('does not open under another master key, for another name, with a foreign data key or after a flipped bit', () => {
  const one = seal(master, 'rec_1', text);
  const flipped = { ...one, sealed: Uint8Array.from(one.sealed, (byte, i) => (i === one.sealed.length - 1 ? byte ^ 1 : byte)) };
  expect(() => unseal(Buffer.alloc(32, 2), 'rec_1', one)).toThrow();
  expect(() => unseal(master, 'rec_2', one)).toThrow();
  expect(() => unseal(master, 'rec_1', { ...one, sealedKey: seal(master, 'rec_1', text).sealedKey })).toThrow();
  expect(() => unseal(master, 'rec_1', flipped)).toThrow();
});
