import { components, maintenanceImpacts, maintenanceKinds } from '@inkproof/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needsSecond, type Content } from './content.js';

const moment = fc.integer({ min: 0, max: 3 }).map((hours) => new Date(hours * 3_600_000));
const deed = fc.record({
  kind: fc.constantFrom(...maintenanceKinds),
  startsAt: moment,
  endsAt: moment,
  plans: fc.subarray(['large', 'standard']),
  beginsByItself: fc.boolean(),
  endsByItself: fc.boolean(),
  impacts: fc.record(Object.fromEntries(components.map((name) => [name, fc.constantFrom(...maintenanceImpacts)])) as Record<(typeof components)[number], fc.Arbitrary<(typeof maintenanceImpacts)[number]>>),
});
const words = fc.record({ titleZh: fc.string(), titleEn: fc.string(), textZh: fc.string(), textEn: fc.string(), rollbackPlan: fc.string(), reason: fc.option(fc.string()) });
const content = fc.tuple(deed, words).map(([done, said]): Content => ({ ...done, ...said }));

it('mere words never take a second person, in whatever order plans are named', () => {
  fc.assert(fc.property(content, words, (before, said) => !needsSecond(before, { ...before, ...said, plans: [...before.plans].reverse() })));
});

it('of planned work, or what becomes planned, any other change does; an emergency that stays one never does', () => {
  fc.assert(
    fc.property(content, deed, fc.constantFrom('kind', 'startsAt', 'endsAt', 'plans', 'beginsByItself', 'endsByItself', 'impacts'), (before, other, name) => {
      fc.pre(JSON.stringify(before[name]) !== JSON.stringify(other[name]));
      const next: Content = { ...before, [name]: other[name] };
      expect(needsSecond(before, next)).toBe(before.kind === 'planned' || next.kind === 'planned');
    }),
  );
});
