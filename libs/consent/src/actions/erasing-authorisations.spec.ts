import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@inkproof/audit';
import { afterCalendarMonths, type Id } from '@inkproof/kernel';
import { moveText } from '@inkproof/spec-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openErasingBench, type ErasingBench } from '../testing/erasing-bench.js';
import { PEPPER } from '../testing/request-bench.js';
import { subjectHashOf } from '@inkproof/retention';

const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * 24 * HOUR_MS;
let bench: ErasingBench;
let tenant: { tenantId: Id<'ten'>; by: Actor };
let text: Awaited<ReturnType<ErasingBench['text']>>;

beforeAll(async () => {
  bench = await openErasingBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  tenant = await bench.tenant();
  text = await bench.text(tenant.tenantId);
});

const granted = (of: Parameters<ErasingBench['granted']>[2] = {}) => bench.granted(tenant, text.filing, of);
const withdrawn = async (of: Parameters<ErasingBench['granted']>[2] = {}) => {
  const id = await granted(of);
  await bench.withdraw.for(tenant.tenantId, id, tenant.by);
  return id;
};
const standing = () => bench.standing(tenant.tenantId);
const toInstant = (at: Date) => bench.clock.advance(at.getTime() - bench.clock.now().getTime());
/** A request of the person, as the tenant takes it in. */
const asked = async (kind: 'access' | 'delete', subject?: string) => {
  const laid = await bench.take.lay(tenant.tenantId, { kind, relation: 'self', language: 'en', words: 'x', subject });
  return bench.database.asTenant(tenant.tenantId, (tx) => bench.take.in(tx, tenant.tenantId, laid, { source: 'tenant', by: tenant.by }));
};

describe('an authorisation whose time is over', () => {
  it('is erased by the sweep six calendar months after it was withdrawn, with its material, and not before', async () => {
    const id = await withdrawn();
    const staying = await granted();
    const blobs = await bench.objectsOf(tenant.tenantId);
    toInstant(new Date(afterCalendarMonths(bench.clock.now(), 6).getTime() - 1));
    await bench.sweep.sweep();
    expect(await standing()).toEqual([id, staying].sort());
    bench.clock.advance(1);
    expect(await bench.sweep.look(bench.clock.now())).toEqual([expect.objectContaining({ recordClass: 'authorisation_material', staying: 0 })]);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([staying]);
    expect(await bench.objectsOf(tenant.tenantId)).toHaveLength(1);
    expect((await Promise.all(blobs.map((blob) => bench.blobs.exists(blob)))).filter(Boolean)).toHaveLength(1);
    expect(await bench.certificatesOf(tenant.tenantId)).toMatchObject([{ deletion: { origin: 'expiry' }, erased: { count: 1, by_class: [{ record_class: 'authorisation_material', count: 1 }] }, keys: { count: 1 } }]);
    expect((await bench.owner.query('SELECT object_id FROM tombstone WHERE tenant_id = $1', [tenant.tenantId])).rows).toEqual([{ object_id: id }]);
  });

  it('is one under a text that was withdrawn, once that was reckoned into it', async () => {
    const [open, far] = [await granted(), await granted({ expiresAt: new Date('2999-01-01') })];
    await moveText(bench.owner, text.versionId, 'withdrawn');
    await bench.reckon.once();
    await bench.sweep.sweep();
    expect(await standing()).toEqual([open, far].sort());
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([]);
  });

  it('is none while the text stands, or while the tenant wishes it kept longer', async () => {
    const [open, ended] = [await granted(), await withdrawn()];
    await bench.owner.query(`INSERT INTO retention_rule (id, tenant_id, record_class, basis, months, source, set_by, set_at) VALUES ($1, $2, 'authorisation_material', 'tenant', 18, 'x', 'x', clock_timestamp())`, [bench.ids.next('rtr'), tenant.tenantId]);
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([open, ended].sort());
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([open]);
  });

  it('goes by no other way', async () => {
    const id = await withdrawn();
    bench.clock.advance(YEAR_MS);
    const past = (sql: string) => bench.database.changeAsTenant(tenant.tenantId, (run) => run({ text: sql, values: [tenant.tenantId, id] }));
    await expect(past('DELETE FROM authorisation WHERE tenant_id = $1 AND id = $2')).rejects.toThrow(/one way of erasing/);
    await expect(past('UPDATE authorisation SET object_id = NULL, material_type = NULL, material_bytes = NULL WHERE tenant_id = $1 AND id = $2')).rejects.toThrow(/one way of erasing/);
    expect(await standing()).toEqual([id]);
  });
});

describe('a deletion of everything of a tenant', () => {
  it('erases what is free of periods and holds, and says what stays', async () => {
    const [over, held] = [await withdrawn(), await withdrawn()];
    bench.clock.advance(YEAR_MS);
    const [open, recent] = [await granted(), await withdrawn()];
    const hold = await bench.hold(tenant.tenantId, { objects: [held] });
    const selection = { everything: 'tenant' } as const;
    const recordClass = { record_class: 'authorisation_material' };
    expect(await bench.deletion.preview(tenant.tenantId, selection)).toEqual({ erasable: [{ ...recordClass, count: 1 }], held: [{ ...recordClass, count: 1 }], kept: [{ ...recordClass, count: 2 }, { record_class: 'filing', count: 1 }], total: 5 });
    const { id } = await bench.deletion.for(tenant.tenantId, { selection, expected: 5, delay_days: 0 }, tenant.by);
    await bench.carryOut.one(tenant.tenantId, id);
    expect(await standing()).toEqual([held, open, recent].sort());
    expect(await standing()).not.toContain(over);
    // What is free, and the tenant's key of before, which another has taken the place of.
    expect(await bench.certificatesOf(tenant.tenantId)).toMatchObject([{ erased: { count: 2 }, excluded: { held: 1, kept: 3, holds: [hold] } }]);
  });

  it('of results touches no authorisation', async () => {
    await withdrawn();
    bench.clock.advance(YEAR_MS);
    expect((await bench.deletion.preview(tenant.tenantId, { everything: 'results' })).total).toBe(0);
    expect((await bench.deletion.preview(tenant.tenantId, { tag: 'x' })).total).toBe(0);
  });
});

describe('what holds an authorisation', () => {
  it('is a hold on it, on its person, on its text, and on a recognition that relied on it', async () => {
    const [one, ofPerson, ofText, relied] = [await withdrawn({ subject: 'a' }), await withdrawn({ subject: 'b' }), await bench.granted(tenant, (await bench.text(tenant.tenantId)).filing, { subject: 'c' }), await withdrawn({ subject: 'd' })];
    await bench.withdraw.for(tenant.tenantId, ofText, tenant.by);
    const free = await withdrawn({ subject: 'e' });
    const recognition = bench.ids.next('rec');
    await bench.owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, authorisation_id) VALUES ($1, $2, $3, 'api', '{en}', 1, 1, 1, $4, $5)`, [recognition, tenant.tenantId, bench.clock.now(), text.versionId, relied]);
    const { rows } = await bench.owner.query<{ version_id: string }>('SELECT version_id FROM authorisation WHERE id = $1', [ofText]);
    await bench.hold(tenant.tenantId, { objects: [one, rows[0]!.version_id, recognition] });
    await bench.hold(tenant.tenantId, { scope: 'subject', subjectHash: subjectHashOf(PEPPER, tenant.tenantId, 'b') });
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([one, ofPerson, ofText, relied].sort());
    expect(await standing()).not.toContain(free);
  });

  it('is an open request of the person, until it is answered', async () => {
    const [theirs, another] = [await withdrawn({ subject: 'asks' }), await withdrawn({ subject: 'silent' })];
    bench.clock.advance(YEAR_MS);
    const request = await asked('access', 'asks');
    await bench.sweep.sweep();
    expect(await standing()).toEqual([theirs]);
    expect(await standing()).not.toContain(another);
    await bench.answer.with(tenant.tenantId, request, { outcome: 'withdrawn' }, tenant.by);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([]);
  });

  it('is not the request by which the person asks for it to be erased', async () => {
    await withdrawn({ subject: 'asks' });
    bench.clock.advance(YEAR_MS);
    await asked('delete', 'asks');
    await bench.sweep.sweep();
    expect(await standing()).toEqual([]);
  });

  it('is an inspection that drew it, until it is closed', async () => {
    const [drawn, left] = [await withdrawn(), await withdrawn()];
    const inspection = bench.ids.next('isp');
    await bench.owner.query(`INSERT INTO inspection (id, tenant_id, size, answer_days, reason, announced_at, announced_by, seed_sha256, seed_sealed, seed_sealed_key) VALUES ($1, $2, 1, 10, 'x', clock_timestamp(), 'per_x', sha256('x'), 'x', 'x')`, [inspection, tenant.tenantId]);
    await bench.owner.query(`INSERT INTO inspection_item (id, tenant_id, inspection_id, place, authorisation_id, version_id, custody, given_at, posted_at) VALUES ($1, $2, $3, 1, $4, $5, 'vault', clock_timestamp(), clock_timestamp())`, [bench.ids.next('isi'), tenant.tenantId, inspection, drawn, text.versionId]);
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([drawn]);
    expect(await standing()).not.toContain(left);
  });
});

describe('a request to be erased', () => {
  const begun = async (subject: string) => {
    const id = await asked('delete', subject);
    await bench.identify.of(tenant.tenantId, id, { method: 'known_contact' }, tenant.by);
    const { tasks } = await bench.begin.for(tenant.tenantId, id, tenant.by);
    const settle = (kind: string, by = tenant.by) => bench.settle.as(tenant.tenantId, id, tasks.find((task) => task.kind === kind)!.id as Id<'dst'>, { state: 'done' }, by);
    return { id, settle, task: async (kind: string) => (await bench.read.one(tenant.tenantId, id)).tasks.find((task) => task.kind === kind)! };
  };

  it('is carried out by the one way, with a certificate, when its tasks are settled', async () => {
    const [theirs, another] = [await withdrawn({ subject: 'asks' }), await withdrawn({ subject: 'silent' })];
    bench.clock.advance(YEAR_MS);
    const { settle, task } = await begun('asks');
    await expect(settle('erase_material')).rejects.toMatchObject({ code: 'dsr.tasks_open' });
    await settle('erase_results');
    await settle('erase_material');
    expect(await standing()).toEqual([another]);
    expect(await standing()).not.toContain(theirs);
    const certificates = await bench.certificatesOf(tenant.tenantId);
    const [results, material] = ['results', 'material'].map((of) => certificates.find(({ deletion }) => deletion.selection && 'of' in deletion.selection && deletion.selection.of === of));
    expect(results).toMatchObject({ erased: { count: 0 } });
    expect(material).toMatchObject({ erased: { count: 1 }, deletion: { origin: 'request', selection: { of: 'material' } } });
    expect(await task('erase_material')).toMatchObject({ state: 'done', count: 1, certificate: material!.id });
    // Settled again it erases nothing more, and says the same.
    await settle('erase_material');
    expect(await task('erase_material')).toMatchObject({ count: 1, certificate: material!.id });
    expect(await bench.certificatesOf(tenant.tenantId)).toHaveLength(2);
  });

  it('is over when its task is settled, though a round of another node has taken it up first', async () => {
    const { id, settle, task } = await begun('asks');
    const { id: deletion } = await bench.deletion.for(tenant.tenantId, { selection: { request: id, of: 'results' }, expected: 0, delay_days: 0 }, tenant.by);
    const other = new EventEmitter();
    const [taken, letGo] = [once(other, 'taken'), once(other, 'let go')];
    const another = bench.database.changeAsTenant(tenant.tenantId, async (run) => {
      await bench.deletions.lock(run, tenant.tenantId, deletion, { patient: true });
      other.emit('taken');
      await letGo;
    });
    await taken;
    const settled = settle('erase_results');
    // Whoever does not wait for the other is refused before that.
    await Promise.race([settled, setTimeout(200)]).finally(() => other.emit('let go'));
    await Promise.all([another, settled]);
    expect(await task('erase_results')).toMatchObject({ state: 'done', count: 0, certificate: expect.stringMatching(/^dct_/) });
  });

  it('keeps what had expired no longer than it would have been kept, and takes back what stands', async () => {
    const expiresAt = new Date(bench.clock.now().getTime() + HOUR_MS);
    const [expired, stands] = [await granted({ subject: 'asks', expiresAt }), await granted({ subject: 'asks' })];
    toInstant(new Date(afterCalendarMonths(expiresAt, 6).getTime() - 1));
    const { settle, task } = await begun('asks');
    expect(await task('withdraw_authorizations')).toMatchObject({ state: 'done', count: 1 });
    await settle('erase_results');
    await expect(settle('erase_material')).rejects.toMatchObject({ code: 'retention.not_over' });
    bench.clock.advance(1);
    await bench.sweep.sweep();
    expect(await standing()).toEqual([stands]);
    expect(await standing()).not.toContain(expired);
  });

  it('says what has to stay, and is settled then by saying so', async () => {
    const id = await granted({ subject: 'asks' });
    const { settle, task } = await begun('asks');
    await settle('erase_results');
    await expect(settle('erase_material')).rejects.toMatchObject({ code: 'retention.not_over', message: expect.stringMatching(/dct_/) });
    expect(await task('erase_material')).toMatchObject({ state: 'open' });
    expect(await standing()).toEqual([id]);
    bench.clock.advance(YEAR_MS);
    await bench.hold(tenant.tenantId, { objects: [id] });
    await expect(settle('erase_material')).rejects.toMatchObject({ code: 'retention.held' });
  });

  it('is not carried out by a key, and not for somebody nobody knows', async () => {
    const { settle } = await begun('asks');
    await expect(settle('erase_results', { kind: 'key', id: 'key_1', requestId: 'req_1' })).rejects.toMatchObject({ code: 'access.denied' });
    const id = await asked('delete');
    await bench.identify.of(tenant.tenantId, id, { method: 'document_shown' }, tenant.by);
    const { tasks } = await bench.begin.for(tenant.tenantId, id, tenant.by);
    await expect(bench.settle.as(tenant.tenantId, id, tasks.find(({ kind }) => kind === 'erase_results')!.id as Id<'dst'>, { state: 'done' }, tenant.by)).rejects.toMatchObject({ code: 'dsr.not_identified' });
  });
});

describe('holds, requests, the sweep and a deletion of everything, all at once', () => {
  it('lose no row that is held, whatever comes first', async () => {
    const people = Array.from({ length: 30 }, (_, at) => `person ${at}`);
    const of = new Map<string, string>();
    for (const subject of people) of.set(subject, await withdrawn({ subject }));
    bench.clock.advance(YEAR_MS);
    const requests: { subject: string; id: Id<'dsr'> }[] = [];
    for (const subject of people.slice(0, 10)) requests.push({ subject, id: await asked('access') });
    const held = new Map<string, boolean>();
    // Held from the commit on: it is either there, or was gone before.
    const note = async (id: string) => void held.set(id, (held.get(id) ?? true) && (await bench.owner.query('SELECT FROM authorisation WHERE id = $1', [id])).rowCount === 1);
    const random = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;
    const holding = async () => {
      for (let times = 0; times < 6; times++) {
        const id = of.get(random(people))!;
        await bench.hold(tenant.tenantId, { objects: [id] });
        await note(id);
      }
    };
    const identifying = async () => {
      for (const { subject, id } of requests) {
        await bench.identify.of(tenant.tenantId, id, { method: 'known_contact', subject }, tenant.by);
        await note(of.get(subject)!);
      }
    };
    const erasing = async () => {
      for (let times = 0; times < 10; times++) await bench.one.for(tenant.tenantId, 'authorisation_material', of.get(random(people))!, tenant.by).catch((error: { code?: string; name: string }) => expect(error.code ?? error.name).toMatch(/^(retention\.held|StillThere)$/));
    };
    const everything = async () => {
      const selection = { everything: 'tenant' } as const;
      const { total } = await bench.deletion.preview(tenant.tenantId, selection);
      await bench.deletion.for(tenant.tenantId, { selection, expected: total, delay_days: 0 }, tenant.by).catch((error: { code?: string }) => expect(error.code).toBe('deletion.changed'));
      await bench.carryOut.due();
    };
    await Promise.all([holding(), erasing(), identifying(), holding(), erasing().then(() => bench.sweep.sweep()).then(everything)]);
    await everything();
    const left = new Set(await standing());
    expect([...held].filter(([id, wasThere]) => wasThere && !left.has(id))).toEqual([]);
    for (const id of left) expect(held.has(id)).toBe(true);
    expect([...held.values()].some(Boolean)).toBe(true);
  }, 60_000);
});
