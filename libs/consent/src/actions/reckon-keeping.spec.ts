import type { Actor } from '@inkproof/audit';
import { addCalendarMonths, DAY_MS, shanghaiDay, SortableIds, type Day, type Id } from '@inkproof/kernel';
import { LengthenPeriod, RuleStore } from '@inkproof/retention';
import { fileText, moveText } from '@inkproof/spec-database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endOfText, type Asking } from '../model/authorisation.js';
import { keptUntil } from '../model/kept-until.js';
import { relying } from '../store/authorisation-store.js';
import { openErasingBench, type ErasingBench } from '../testing/erasing-bench.js';

const RUNS = 25;
let bench: ErasingBench;
let lengthen: LengthenPeriod;
let tenantId: Id<'ten'>;
let by: Actor;

beforeAll(async () => {
  bench = await openErasingBench();
  lengthen = new LengthenPeriod(bench.database, new RuleStore(), bench.trail, new SortableIds(), bench.clock);
});
afterAll(() => bench.close());

interface Row {
  id: string;
  filing: string;
  given_at: Date;
  expires_at: Date | null;
  withdrawn_at: Date | null;
  last_relied_at: Date | null;
  kept_until: Date | null;
  purpose: string;
}

/** Until when each should be kept by the pure law, beside what is stored. */
const asStoredAndByLaw = async (months: number): Promise<[stored: [string, Date | null][], law: [string, Date | null][]]> => {
  const { rows } = await bench.owner.query<Row>(`SELECT a.id, v.filing_id AS filing, a.given_at, a.expires_at, a.withdrawn_at, a.last_relied_at, a.kept_until, v.purpose FROM authorisation a JOIN filing_version v ON v.id = a.version_id WHERE a.tenant_id = $1 ORDER BY a.id`, [tenantId]);
  const { rows: texts } = await bench.owner.query<Asking & { filing: string }>(`SELECT filing_id AS filing, purpose, method, accepted_at AS "acceptedAt", ended_at AS "endedAt", ends_on::text AS "endsOn" FROM filing_version WHERE tenant_id = $1`, [tenantId]);
  const law = rows.map((row): [string, Date | null] => {
    const textEndsAt = endOfText({ purpose: row.purpose, method: 'recognition' }, texts.filter(({ filing }) => filing === row.filing));
    return [row.id, keptUntil({ lastReliedAt: row.last_relied_at, withdrawnAt: row.withdrawn_at, expiresAt: row.expires_at, textEndsAt }, months)];
  });
  return [rows.map(({ id, kept_until }) => [id, kept_until]), law];
};

const reckonAll = async (): Promise<void> => {
  while ((await bench.reckon.once()) > 0);
};

type Step = { kind: 'grant'; expiresInDays: number | null } | { kind: 'take back' | 'rely'; which: number } | { kind: 'withdraw text' } | { kind: 'next text'; purpose: string; endsInMonths: number | null } | { kind: 'lengthen' } | { kind: 'reckon' };
const index = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('grant' as const), expiresInDays: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('take back' as const, 'rely' as const), which: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('next text' as const), purpose: fc.constantFrom('delivery', 'scoring'), endsInMonths: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }) }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'withdraw text' }, { kind: 'lengthen' }, { kind: 'reckon' }) },
);

it('what is stored is what the law says, after any history of texts, words, calls and periods', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      ({ tenantId, by } = await bench.tenant());
      const filing = bench.ids.next('flg');
      let [number, months] = [0, 6];
      let inForce: Id<'flv'> | undefined;
      const put = async (purpose: string, endsOn: Day | null): Promise<void> => {
        if (inForce) await moveText(bench.owner, inForce, 'superseded');
        inForce = bench.ids.next('flv');
        await fileText(bench.owner, { tenantId, filingId: filing, versionId: inForce, number: ++number, purpose, endsOn });
      };
      await put('delivery', null);
      const words: Id<'aut'>[] = [];
      const took = new Set<Id<'aut'>>();
      for (const each of steps) {
        bench.clock.advance(DAY_MS);
        const word = 'which' in each ? words[each.which % (words.length || 1)] : undefined;
        if (each.kind === 'grant' && inForce) words.push(await bench.granted({ tenantId, by }, filing, { expiresAt: each.expiresInDays === null ? null : new Date(bench.clock.now().getTime() + each.expiresInDays * DAY_MS) }));
        if (each.kind === 'take back' && word && !took.has(word)) took.add(word) && (await bench.withdraw.for(tenantId, word, by));
        if (each.kind === 'rely' && word) await bench.database.writeAsTenant(tenantId, [relying(tenantId, word, bench.clock.now())]);
        if (each.kind === 'withdraw text' && inForce) inForce = void (await moveText(bench.owner, inForce, 'withdrawn'));
        if (each.kind === 'next text') await put(each.purpose, each.endsInMonths === null ? null : addCalendarMonths(shanghaiDay(bench.clock.now()), each.endsInMonths));
        if (each.kind === 'lengthen') await lengthen.forTenant(tenantId, { recordClass: 'authorisation_material', months: ++months, source: 'x' }, by);
        if (each.kind === 'reckon') await reckonAll();
      }
      await reckonAll();
      const [stored, law] = await asStoredAndByLaw(months);
      expect(stored).toEqual(law);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

it('is asked for by a text that asks for something else, and undone by one that asks for the same again', async () => {
  ({ tenantId, by } = await bench.tenant());
  const { filing, versionId } = await bench.text(tenantId);
  const word = await bench.granted({ tenantId, by }, filing);
  const stored = async () => (await bench.owner.query<{ kept_until: Date | null }>('SELECT kept_until FROM authorisation WHERE id = $1', [word])).rows[0]!;
  const follow = async (before: Id<'flv'>, number: number, purpose: string): Promise<Id<'flv'>> => {
    await moveText(bench.owner, before, 'superseded');
    const next = bench.ids.next('flv');
    await fileText(bench.owner, { tenantId, filingId: filing, versionId: next, number, purpose });
    await reckonAll();
    return next;
  };
  const same = await follow(versionId, 2, 'delivery');
  expect((await stored()).kept_until).toBeNull();
  const other = await follow(same, 3, 'scoring');
  const { rows } = await bench.owner.query<{ ended_at: Date }>('SELECT ended_at FROM filing_version WHERE id = $1', [same]);
  expect((await stored()).kept_until).toEqual(keptUntil({ lastReliedAt: null, withdrawnAt: null, expiresAt: null, textEndsAt: rows[0]!.ended_at }, 6));
  await follow(other, 4, 'delivery');
  expect(await stored()).toEqual({ kept_until: null });
});

it('takes a text of many pages to its end, each row once, however many nodes are at it', async () => {
  ({ tenantId, by } = await bench.tenant());
  const { versionId } = await bench.text(tenantId);
  await bench.owner.query(
    `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, media, given_at, created_at, custody, commitment)
     SELECT 'aut_many' || to_char(n, 'FM00000'), $1, $2, '\\x00', '{web_operation}', now(), now(), 'commitment', sha256('x') FROM generate_series(1, 4500) n`,
    [tenantId, versionId],
  );
  await moveText(bench.owner, versionId, 'withdrawn');
  await bench.owner.query('CREATE TABLE touched (id text); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO touched VALUES (NEW.id); RETURN NULL; END $$; CREATE TRIGGER touch AFTER UPDATE ON authorisation FOR EACH ROW EXECUTE FUNCTION touch()');
  while ((await Promise.all([bench.reckon.once(), bench.reckon.once(), bench.reckon.once()])).some((count) => count > 0));
  await bench.owner.query('DROP TRIGGER touch ON authorisation');
  const { rows } = await bench.owner.query(`SELECT count(*)::int AS touched, count(DISTINCT t.id)::int AS ids, (SELECT count(*)::int FROM authorisation WHERE tenant_id = $1 AND kept_until IS NULL) AS open FROM touched t`, [tenantId]);
  expect(rows).toEqual([{ touched: 4500, ids: 4500, open: 0 }]);
});
