import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawSample, populationDigest, sha256 } from './sample.js';

const people = Array.from({ length: 40 }, (_, at) => `aut_${String(at).padStart(26, '0')}`);
const seedOf = (text: string | number) => sha256(String(text));

it('is the first ones by HMAC-SHA-256 of seed and id, however the list is ordered', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), fc.string(), (ids, size, text) => {
      const seed = seedOf(text);
      const sorted = ids.map((id) => ({ id, rank: createHmac('sha256', seed).update(id).digest('hex') })).sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size).map(({ id }) => id);
      expect(drawSample(seed, ids, size)).toEqual(sorted);
      expect(drawSample(seed, [...ids].reverse(), size)).toEqual(sorted);
    }),
  );
});

it('favours nobody: over many seeds each is drawn as often as chance has it, by χ²', () => {
  const [draws, size] = [6_000, 8];
  const counts = new Map(people.map((id) => [id, 0]));
  for (let draw = 0; draw < draws; draw++) for (const id of drawSample(seedOf(draw), people, size)) counts.set(id, counts.get(id)! + 1);
  const expected = (draws * size) / people.length;
  // Drawn without being put back, so the counts vary less than those of dice by this factor.
  const spread = (people.length - size) / (people.length - 1);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / spread;
  // 39 degrees of freedom: one in a thousand unbiased draws lies above 72.1, one in a thousand below 16.3.
  expect(chiSquare).toBeLessThan(72.1);
  expect(chiSquare).toBeGreaterThan(16.3);
});

it('favours no pair of neighbours either', () => {
  const draws = 4_000;
  let together = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = new Set(drawSample(seedOf(`pair ${draw}`), people, 8));
    for (let at = 1; at < people.length; at++) if (drawn.has(people[at]!) && drawn.has(people[at - 1]!)) together++;
  }
  const expected = draws * (people.length - 1) * (8 / 40) * (7 / 39);
  expect(Math.abs(together - expected) / expected).toBeLessThan(0.04);
});

it('knows a list by its ids, whatever their order, and any other list from it', () => {
  expect(populationDigest(people)).toBe(populationDigest([...people].reverse()));
  expect(populationDigest(people.slice(1))).not.toBe(populationDigest(people));
  expect(populationDigest(['a', 'b'])).toBe(Buffer.from(sha256('a\nb\n')).toString('hex'));
});
