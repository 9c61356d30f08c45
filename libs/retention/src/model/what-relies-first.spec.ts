import { recordClasses as classes } from '@inkproof/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whatReliesFirst } from './what-relies-first.js';

/** Kinds that rely on no circle: each goes after some of those that stand before it here, and then they are shuffled. */
const kinds = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: classes.length, maxLength: classes.length })
  .map((picks) => classes.map((recordClass, at) => ({ class: recordClass, after: at === 0 ? [] : picks[at]!.map((pick) => classes[pick % at]!) })))
  .chain((all) => fc.shuffledSubarray(all));

it('loses none, doubles none, and lets none go before what relies on it', () => {
  fc.assert(
    fc.property(kinds, (given) => {
      const ordered = whatReliesFirst(given);
      expect(new Set(ordered)).toEqual(new Set(given));
      expect(ordered).toHaveLength(given.length);
      ordered.forEach(({ after }, at) => expect(ordered.slice(at).some((other) => after.includes(other.class))).toBe(false));
    }),
  );
});

it('leaves what relies on nothing as it came', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...classes]), (given) => {
      expect(whatReliesFirst(given.map((recordClass) => ({ class: recordClass }))).map((kind) => kind.class)).toEqual(given);
    }),
  );
});

it('refuses a circle by name', () => {
  expect(() => whatReliesFirst([{ class: 'filing', after: ['inspection'] }, { class: 'inspection', after: ['filing'] }])).toThrow('filing, inspection');
});
