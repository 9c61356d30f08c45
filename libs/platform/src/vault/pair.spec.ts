import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawPair, openWith, sealerFor, sealingHalf } from './pair.js';

const bytes = fc.uint8Array({ maxLength: 300 });

it('whoever has the one half seals, and only the other opens', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (text, name) => {
      const [ours, theirs] = [drawPair(), drawPair()];
      const piece = sealerFor(ours.sealing)(text, name);
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
      const piece = sealerFor(sealing)(text, 'mal_1');
      piece[at % piece.length]! ^= 1 << bit;
      expect(() => openWith(secret, piece, 'mal_1')).toThrow();
    }),
  );
});

it('never seals the same bytes alike, and one half is always that of the other', () => {
  const { secret, sealing } = drawPair();
  expect(sealingHalf(secret)).toEqual(sealing);
  const seal = sealerFor(sealing);
  expect(Buffer.from(seal(Buffer.from('x'), 'a')).equals(seal(Buffer.from('x'), 'a'))).toBe(false);
});

it('one sender seals many, and none opens in the place of another', () => {
  const { secret, sealing } = drawPair();
  const seal = sealerFor(sealing);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 }), (names) => {
      const pieces = names.map((name) => seal(Buffer.from(name), name));
      names.forEach((name, at) => {
        expect(openWith(secret, pieces[at]!, name).toString()).toBe(Buffer.from(name).toString());
        for (const [other, piece] of pieces.entries()) if (other !== at) expect(() => openWith(secret, piece, name)).toThrow();
      });
    }),
  );
});
