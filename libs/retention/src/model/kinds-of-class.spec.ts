import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KindsOfClass, type KindOfClass } from './kinds-of-class.js';

const prefixes = ['abc', 'ntc', 'tkt'] as const;
interface Thing {
  id: string;
  dueMs: number;
}

/** A kind that keeps these. */
const keeping = (prefix: string, things: readonly Thing[]): KindOfClass<null> => {
  const own = things.filter(({ id }) => id.startsWith(`${prefix}_`)).sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = own.map(({ id }) => id);
  return {
    class: 'correspondence',
    prefix,
    lock: async (_, __, asked) => asked.filter((id) => ids.includes(id)).map((id) => ({ id, subjects: [], relatives: [], start: 'none' })),
    destroy: async (_, __, asked) => asked.filter((id) => ids.includes(id)).map((id) => ({ id, keys: [], blobs: [] })),
    left: async (_, __, asked) => asked.filter((id) => ids.includes(id)),
    select: async (_, __, ___, afterId, size) => ids.filter((id) => id > afterId).slice(0, size),
    count: async () => ids.length,
    expired: async (at, after, size) =>
      own
        .map(({ id, dueMs }) => ({ id, tenantId: 'ten_1', dueAt: new Date(dueMs) }))
        .filter(({ id, dueAt }) => dueAt <= at && (dueAt > after.dueAt || (+dueAt === +after.dueAt && id > after.id)))
        .sort((one, other) => +one.dueAt - +other.dueAt || (one.id < other.id ? -1 : 1))
        .slice(0, size),
  };
};

const kept = fc.uniqueArray(fc.record({ prefix: fc.constantFrom(...prefixes), number: fc.nat(99), dueMs: fc.nat(5) }), { selector: ({ prefix, number }) => `${prefix}${number}`, maxLength: 30 }).map((all) => all.map(({ prefix, number, dueMs }) => ({ id: `${prefix}_${String(number).padStart(2, '0')}`, dueMs })));
const everything = { everything: 'tenant' } as const;

it('page by page answers each thing once, in the order of ids, and of one kind at a time', async () => {
  await fc.assert(
    fc.asyncProperty(kept, fc.integer({ min: 1, max: 7 }), async (things, size) => {
      const all = new KindsOfClass('correspondence', prefixes.map((prefix) => keeping(prefix, things)));
      const seen: string[] = [];
      for (let page = await all.select(null, 'ten_1', everything, '', size); page.length > 0; page = await all.select(null, 'ten_1', everything, page.at(-1)!, size)) {
        expect(new Set(page.map((id) => id.slice(0, 3))).size).toBe(1);
        seen.push(...page);
      }
      expect(seen).toEqual(things.map(({ id }) => id).sort());
      expect(await all.count(null, 'ten_1', everything)).toBe(things.length);
    }),
  );
});

it('what has expired comes oldest first, whatever kind it is of', async () => {
  await fc.assert(
    fc.asyncProperty(kept, fc.integer({ min: 1, max: 7 }), async (things, size) => {
      const all = new KindsOfClass('correspondence', prefixes.map((prefix) => keeping(prefix, things)));
      const seen: string[] = [];
      for (let place = { id: '', dueAt: new Date(-1) }; ; ) {
        const page = await all.expired(new Date(3), place, size);
        seen.push(...page.map(({ id }) => id));
        if (page.length < size) break;
        place = page.at(-1)!;
      }
      const due = things.filter(({ dueMs }) => dueMs <= 3).sort((one, other) => one.dueMs - other.dueMs || (one.id < other.id ? -1 : 1));
      expect(seen).toEqual(due.map(({ id }) => id));
    }),
  );
});

it('each is asked for its own, and for nothing of others', async () => {
  const things = [{ id: 'tkt_1', dueMs: 0 }, { id: 'abc_1', dueMs: 0 }];
  const all = new KindsOfClass('correspondence', prefixes.map((prefix) => keeping(prefix, things)));
  expect((await all.lock(null, 'ten_1', ['abc_1', 'abc_2', 'tkt_1', 'xyz_1'])).map(({ id }) => id)).toEqual(['abc_1', 'tkt_1']);
  expect((await all.destroy(null, 'ten_1', ['abc_1', 'tkt_1'])).map(({ id }) => id)).toEqual(['abc_1', 'tkt_1']);
  expect(await all.left(null, 'ten_1', ['ntc_1', 'tkt_1'])).toEqual(['tkt_1']);
});
