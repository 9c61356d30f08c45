import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawPair, openWith, sealFor, sealingHalf } from './pair.js';

const bytes = fc.uint8Array({ maxLength: 300 });

it('whoever has the one half seals, and only the other opens', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (text, name) => {
      const [ours, theirs] = [drawPair(), drawPair()];
      const piece = sealFor(ours.sealing, text, name);
      expect(new Uint8Array(openWith(ours.secret, piece, name))).toEqual(text);
      expect(() => openWith(theirs.secret, piece, name)).toThrow();
      expect(() => openWith(ours.secret, piece, `${name}.`)).toThrow();
    }),
  );
});

it('a single bit makes it noise', () => {
  const { secret, sealing } = drawPair();
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), (text, at, bit) => {
      const piece = sealFor(sealing, text, 'mal_1');
      piece[at % piece.length]! ^= 1 << bit;
      expect(() => openWith(secret, piece, 'mal_1')).toThrow();
    }),
  );
});

it('never seals the same bytes alike, and one half is always that of the other', () => {
  const { secret, sealing } = drawPair();
  expect(sealingHalf(secret)).toEqual(sealing);
  expect(Buffer.from(sealFor(sealing, Buffer.from('x'), 'a')).equals(sealFor(sealing, Buffer.from('x'), 'a'))).toBe(false);
});
