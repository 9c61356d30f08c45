import type { Actor } from '@inkproof/audit';
import type { CertificateBody, Recognition, Refusal } from '@inkproof/contract';
import { DiskFull, PoolBusy, Unreadable } from '@inkproof/engine';
import { DAY_MS, type Id } from '@inkproof/kernel';
import { createLog, type Taken } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { JobBench } from '../testing/job-bench.js';
import { FindOrphans } from './find-orphans.js';
import type { DocumentEntry } from './run-document.js';

const by: Actor = { kind: 'key', id: 'key_1', requestId: 'req_1' };
const never = new AbortController().signal;

let spec: SpecDatabase;
let bench: JobBench;
let owner: pg.Client;
let tenant: Id<'ten'>;

const count = async (table: string, where = 'true'): Promise<number> => Number((await owner.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`)).rows[0]!.count);
const ended = async (id: Id<'job'>, of = tenant) => (await bench.follow.untilEnd(of, id, 25_000, never))!.record;
const resultOf = async (id: Id<'job'>, number = 1) => JSON.parse(String((await bench.fetch.document(tenant, id, number, 'json', 'fetch')).body)) as { text: string; job: string; usage: { pages: number }; pages: object[] };

beforeAll(async () => {
  spec = await openSpecDatabase();
  bench = await JobBench.on(spec.url);
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await bench.work();
});
/** A worker that stops dead: nothing of it is heard until the spec is over. */
let letDie: () => void = () => {};
const deadEnd = () => new Promise<never>((_, reject) => (letDie = () => reject(new Error('this worker is dead'))));

afterEach(() => {
  letDie();
  bench.readers.beforePage = async () => {};
  bench.readers.errors.clear();
});
afterAll(async () => {
  await owner.end();
  await bench.stop();
  await spec.drop();
});
beforeAll(async () => void (tenant = await bench.newTenant()));

describe('a job', () => {
  it('is read, charged once, and gives its result', async () => {
    const id = await bench.submit(tenant, [['first page', 'second page']]);
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'succeeded', documents: [{ state: 'succeeded', pages: 2, pagesDone: 2, billedPages: 2 }] });
    expect(await resultOf(id)).toMatchObject({ text: 'first page\fsecond page', job: id, usage: { pages: 2 } });
    const { rows } = await owner.query('SELECT outcome, pages, billed_pages, recognition_id, at FROM ledger_entry WHERE tenant_id = $1', [tenant]);
    expect(rows).toEqual([{ outcome: 'accepted', pages: 2, billed_pages: 2, recognition_id: job.documents[0]!.recognitionId, at: new Date('2026-11-22T04:00:00.123Z') }]);
    expect(await count('recognition', `job_id = '${id}' AND result_id IS NULL`)).toBe(1);
  });

  it('is turned away when too many documents wait, of one tenant sooner than of all', async () => {
    const files = (most: number) => Array.from({ length: most }, () => new Uint8Array(1));
    await expect(bench.open.assertRoom(tenant, files(20))).resolves.toBeUndefined();
    await expect(bench.open.assertRoom(tenant, files(21))).rejects.toMatchObject({ code: 'capacity.busy' });
  });

  it('waits for a pool that is full, and that is no worker who died of it', async () => {
    bench.readers.errors.set('crowded', new PoolBusy('All readers are at work'));
    const id = await bench.submit(tenant, [['crowded']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))?.state).toBe('running');
    await sleep(300);
    bench.readers.errors.clear();
    expect((await ended(id)).state).toBe('succeeded');
    expect((await owner.query('SELECT retry_count FROM pgboss.job WHERE id = (SELECT queue_id FROM job_document WHERE job_id = $1)', [id])).rows).toEqual([{ retry_count: 0 }]);
  });

  it('waits for room on the disk, and nothing of it is lost', async () => {
    bench.readers.errors.set('unwritable', new DiskFull('full'));
    const id = await bench.submit(tenant, [['written', 'unwritable']]);
    await expect.poll(() => count('job_page', `job_id = '${id}'`)).toBe(1);
    await sleep(100);
    expect((await bench.jobs.find(tenant, id))?.state).toBe('running');
    bench.readers.errors.clear();
    expect(await ended(id)).toMatchObject({ state: 'succeeded', documents: [{ pagesDone: 2, billedPages: 2 }] });
    expect(bench.readers.timesRead).toMatchObject({ written: 1, unwritable: 1 });
  }, 15_000);

  it('of which nothing can be enqueued is not written down either', async () => {
    const jobs = await count('job');
    await owner.query(`ALTER TABLE pgboss.job ADD CONSTRAINT spec_no_more CHECK (name <> 'document') NOT VALID`);
    await expect(bench.submit(tenant, [['x']])).rejects.toThrow();
    await owner.query('ALTER TABLE pgboss.job DROP CONSTRAINT spec_no_more');
    expect(await count('job')).toBe(jobs);
    expect(await count('stored_object', `created_at = '${bench.clock.now().toISOString()}' AND id NOT IN (SELECT file_id FROM job_document UNION SELECT result_id FROM job_document WHERE result_id IS NOT NULL)`)).toBe(0);
  });

  it('with one bad document is partial, names it, and bills the others', async () => {
    bench.readers.errors.set('torn', new Unreadable('corrupt', 'The picture cannot be decoded'));
    const id = await bench.submit(tenant, [['good'], ['torn']]);
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'partial', documents: [{ state: 'succeeded', billedPages: 1 }, { state: 'failed', problemCode: 'image.corrupt', problemDetail: 'The picture cannot be decoded', billedPages: 0 }] });
    await expect(bench.fetch.document(tenant, id, 2, 'json', 'fetch')).rejects.toMatchObject({ code: 'image.corrupt' });
  });

  it('of which a further form cannot be made succeeds, and says so of that form', async () => {
    const id = await bench.submit(tenant, [['drawn']], { outputs: ['pdf', 'tsv'] });
    expect(await ended(id)).toMatchObject({ state: 'succeeded', documents: [{ billedPages: 1 }] });
    const { outputs } = (await resultOf(id)) as unknown as Recognition;
    expect(outputs).toMatchObject([{ format: 'pdf', problem: { code: 'output.failed' } }, { format: 'tsv', text: expect.stringContaining('drawn') as unknown }]);
    await expect(bench.fetch.document(tenant, id, 1, 'pdf', 'fetch')).rejects.toMatchObject({ code: 'output.failed' });
  });

  it('is seen by its own tenant and by no other', async () => {
    const id = await bench.submit(tenant, [['mine']]);
    const other = await bench.newTenant();
    await ended(id);
    expect(await bench.jobs.find(other, id)).toBeUndefined();
    expect(await bench.cancel.for(other, id, by)).toBe(false);
    await expect(bench.fetch.document(other, id, 1, 'json', 'fetch')).rejects.toMatchObject({ code: 'job.not_found' });
    expect(await resultOf(id)).toMatchObject({ text: 'mine' });
  });

  it('keeps nothing readable of file, page, result or password', async () => {
    const id = await bench.submit(tenant, [['沈若川 was here']], { read: { languages: 'auto', reader: 'auto', password: 'open sesame' } });
    await ended(id);
    for (const table of ['job', 'job_document', 'job_page', 'stored_object', 'pgboss.job', 'recognition']) {
      const { rows } = await owner.query<{ text: string }>(`SELECT encode(convert_to(t::text, 'UTF8'), 'escape') || t::text AS text FROM ${table} t`);
      for (const word of ['沈若川', 'was here', 'sesame', Buffer.from('was here').toString('hex')]) expect(rows.some(({ text }) => text.includes(word))).toBe(false);
    }
  });
});

describe('pages that were handed out', () => {
  /** Holds the reader before a page with these words. */
  const stopBefore = (words: string) => (bench.readers.beforePage = async (page) => (page === words ? deadEnd() : undefined));
  const entryOf = async (id: Id<'job'>) => (await owner.query('SELECT l.outcome, l.pages, l.billed_pages, l.page_reasons FROM ledger_entry l JOIN job j ON j.request_id = l.request_id AND j.tenant_id = l.tenant_id WHERE j.id = $1 ORDER BY l.at DESC LIMIT 1', [id])).rows[0] as object;

  it('are billed when the job is cancelled after that, and pages that nobody had are not', async () => {
    tenant = await bench.newTenant();
    stopBefore('fourth');
    const id = await bench.submit(tenant, [['first', 'second', 'third', 'fourth']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))!.documents[0]!.pagesDone).toBe(3);
    expect((await bench.fetch.pages(tenant, id, 0, 2, 'fetch')).pages).toHaveLength(2);
    await bench.cancel.for(tenant, id, by);
    expect(await entryOf(id)).toEqual({ outcome: 'accepted', pages: 2, billed_pages: 2, page_reasons: { read: 2 } });
    expect((await bench.jobs.find(tenant, id))!.documents).toMatchObject([{ state: 'canceled', billedPages: 2, recognitionId: null }]);
  });

  it('are not, where a job is cancelled of which nobody had any', async () => {
    tenant = await bench.newTenant();
    stopBefore('second');
    const id = await bench.submit(tenant, [['first', 'second']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))!.documents[0]!.pagesDone).toBe(1);
    await bench.cancel.for(tenant, id, by);
    expect(await entryOf(id)).toMatchObject({ pages: 0, billed_pages: 0 });
  });

  it('are billed of a document that fails after that, of which no further page goes out', async () => {
    tenant = await bench.newTenant();
    stopBefore('third');
    const id = await bench.submit(tenant, [['first', 'second', 'third']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))!.documents[0]!.pagesDone).toBe(2);
    expect((await bench.fetch.pages(tenant, id, 0, 1, 'fetch')).pages).toHaveLength(1);
    await bench.run.lost({ id: (await owner.query<{ queue_id: string }>('SELECT queue_id FROM job_document WHERE job_id = $1', [id])).rows[0]!.queue_id, data: { tenantId: tenant, jobId: id, number: 1 }, signal: never, triesBefore: 3 } as Taken<DocumentEntry>);
    expect(await entryOf(id)).toMatchObject({ outcome: 'accepted', pages: 1, billed_pages: 1 });
    expect((await bench.fetch.pages(tenant, id, 1, 10, 'look')).pages).toEqual([]);
  });
});

describe('a recognition of a job that is erased', () => {
  const erase = async (id: string) => JSON.parse((await bench.erasing.one.for(tenant, 'recognition', id, by))!.body) as CertificateBody;
  const drawersOf = async (id: Id<'job'>) => (await owner.query<{ name: string }>('SELECT name FROM drawer WHERE owner = $1 AND name LIKE $2 ORDER BY name', [tenant, `${id}%`])).rows.map(({ name }) => name);

  it('takes everything with it that its job still held', async () => {
    const id = await bench.submit(tenant, [['gone for good']]);
    const [document] = (await ended(id)).documents;
    const certificate = await erase(document!.recognitionId!);
    // The file, the result and the drawer of the pages.
    expect(certificate).toMatchObject({ erased: { count: 1 }, keys: { count: 3 } });
    await expect(bench.fetch.document(tenant, id, 1, 'json', 'fetch')).rejects.toMatchObject({ code: 'job.expired' });
    expect(await bench.fetch.pages(tenant, id, 0, 10, 'look')).toEqual({ pages: [], next: null });
    expect([await count('job_page', `job_id = '${id}'`), await count('stored_object', `id IN ('${document!.fileId}', '${document!.resultId}')`), await drawersOf(id)]).toEqual([0, 0, []]);
  });

  it('leaves the other documents of a batch as they were', async () => {
    const id = await bench.submit(tenant, [['first of the batch'], ['second of the batch']]);
    const [first] = (await ended(id)).documents;
    expect(await erase(first!.recognitionId!)).toMatchObject({ keys: { count: 3 } });
    await expect(bench.fetch.document(tenant, id, 1, 'json', 'look')).rejects.toMatchObject({ code: 'job.expired' });
    expect((await bench.fetch.pages(tenant, id, 0, 10, 'look')).pages.map(({ document }) => document)).toEqual([2]);
    expect(await resultOf(id, 2)).toMatchObject({ text: 'second of the batch' });
    expect(await drawersOf(id)).toEqual([id, `${id}/2`]);
    await bench.cancel.for(tenant, id, by);
    expect(await drawersOf(id)).toEqual([]);
  });
});

describe('room for jobs', () => {
  const weigh = async (of: Id<'ten'>) => Number((await bench.database.ask<{ own_bytes: string }>('gate_weigh_jobs', of))!.own_bytes);

  it('is bounded by bytes for one tenant and for all together, and erasing makes it', async () => {
    const [one, other] = [await bench.newTenant(), await bench.newTenant()];
    const id = await bench.submit(one, [['small']]);
    await ended(id, one);
    await expect(bench.open.assertRoom(one, [new Uint8Array(2_000_000)])).rejects.toMatchObject({ code: 'capacity.jobs_full', extras: { limit: { name: 'job_kept_bytes', max: 2_000_000 }, retry_after_ms: 30_000 } });
    await bench.cancel.for(one, id, by);
    await bench.open.assertRoom(one, [new Uint8Array(2_000_000)]);
    await owner.query(`UPDATE job SET kept_bytes = 1500000 WHERE id IN ($1, $2)`, [await bench.submit(one, [['heavy']]), await bench.submit(other, [['heavy too']])]);
    const full = await bench.open.assertRoom(await bench.newTenant(), [new Uint8Array(10)]).catch((error: Refusal) => error);
    // How full others have made it is nobody's business.
    expect(full).toMatchObject({ code: 'capacity.jobs_full', extras: { retry_after_ms: 30_000 } });
    expect((full as Refusal).extras.limit).toBeUndefined();
    await owner.query(`UPDATE job SET kept_bytes = 0 WHERE tenant_id IN ($1, $2)`, [one, other]);
  });

  it('counts files, pages and results', async () => {
    const one = await bench.newTenant();
    const id = await bench.submit(one, [['first page', 'second page'], ['third']]);
    await ended(id, one);
    const { rows } = await owner.query<{ bytes: string }>(
      `SELECT (SELECT sum(o.bytes) FROM stored_object o JOIN job_document d ON o.id IN (d.file_id, d.result_id) WHERE d.job_id = $1) + (SELECT sum(length(sealed)) FROM job_page WHERE job_id = $1) AS bytes`,
      [id],
    );
    expect(await weigh(one)).toBe(Number(rows[0]!.bytes));
  });
});

describe('a document whose worker dies', () => {
  it('is taken up behind the pages that were kept, and ends once', async () => {
    const before = await count('ledger_entry');
    let alive = true;
    // The first worker stops dead on the third page; nothing of it is heard again.
    bench.readers.beforePage = async (text) => (text === 'c' && alive ? deadEnd() : undefined);
    const id = await bench.submit(tenant, [['a', 'b', 'c']]);
    await expect.poll(() => count('job_page', `job_id = '${id}'`)).toBe(2);
    alive = false;
    await owner.query(`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active'`);
    expect((await ended(id)).state).toBe('succeeded');
    expect(await resultOf(id)).toMatchObject({ text: 'a\fb\fc' });
    expect(bench.readers.timesRead).toMatchObject({ a: 1, b: 1, c: 1 });
    expect(await count('ledger_entry')).toBe(before + 1);
  });

  it('is given to others as soon as the store knows that its worker is gone', async () => {
    bench.readers.beforePage = deadEnd;
    const id = await bench.submit(tenant, [['orphan']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))?.state).toBe('running');
    const orphans = new FindOrphans(bench.database, bench.queue, createLog('silent'));
    for (let look = 0; look < 3; look++) await orphans.look();
    expect((await bench.jobs.find(tenant, id))?.state).toBe('running');
    // The lock of a process that is no more.
    await owner.query(`UPDATE job_document SET worker = 0 WHERE job_id = '${id}'`);
    bench.readers.beforePage = async () => {};
    await orphans.look();
    await orphans.look();
    const beganMs = performance.now();
    expect((await ended(id)).state).toBe('succeeded');
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  });

  it('run twice at the same time has one result and one charge', async () => {
    const before = await count('ledger_entry');
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = () => gate;
    const id = await bench.submit(tenant, [['twice']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))?.state).toBe('running');
    const { queueId } = (await bench.jobs.find(tenant, id))!.documents[0]!;
    const again = bench.run.for({ id: queueId, data: { tenantId: tenant, jobId: id, number: 1 }, triesBefore: 1, waitedMs: 0, signal: never } satisfies Taken<DocumentEntry>);
    letGo();
    await Promise.all([again, ended(id)]);
    expect(await count('ledger_entry')).toBe(before + 1);
    expect(await count('recognition', `job_id = '${id}'`)).toBe(1);
    expect(await count('stored_object', `id IN (SELECT result_id FROM job_document WHERE job_id = '${id}')`)).toBe(1);
  });

  it('every time it is taken is given up in the end, and nothing is billed', async () => {
    bench.readers.beforePage = deadEnd;
    const id = await bench.submit(tenant, [['deadly']]);
    await expect.poll(() => count('pgboss.job', `state = 'active' AND name = 'document'`)).toBe(1);
    await owner.query(`UPDATE pgboss.job SET retry_count = retry_limit, heartbeat_on = now() - interval '1 minute' WHERE state = 'active'`);
    expect(await ended(id)).toMatchObject({ state: 'failed', documents: [{ problemCode: 'recognition.reader_lost', billedPages: 0 }] });
  });
});

describe('cancelling', () => {
  it('lets what waits vanish and stops what runs within a second', async () => {
    let stopped = 0;
    bench.readers.beforePage = (_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => (stopped++, reject(signal.reason as Error))));
    const id = await bench.submit(tenant, [['one'], ['two'], ['three'], ['four']]);
    await expect.poll(async () => (await bench.jobs.find(tenant, id))!.documents.filter(({ state }) => state === 'running').length).toBe(2);
    expect(await bench.cancel.for(tenant, id, by)).toBe(true);
    // A second is two hundred looks. Where others keep the machine from this process, they take longer, and so does what is looked for.
    let looks = 0;
    await expect.poll(() => (looks++, stopped), { interval: 5 }).toBe(2);
    expect(looks).toBeLessThan(200);
    expect(await ended(id)).toMatchObject({ state: 'canceled', documents: Array(4).fill({ state: 'canceled' }) });
    expect(await count('job_page', `job_id = '${id}'`)).toBe(0);
    expect(await count('stored_object', `id IN (SELECT file_id FROM job_document WHERE job_id = '${id}')`)).toBe(0);
    expect(await count('pgboss.job', `state IN ('created', 'retry', 'active') AND name = 'document'`)).toBe(0);
    await expect(bench.fetch.document(tenant, id, 1, 'json', 'fetch')).rejects.toMatchObject({ code: 'job.expired' });
  });

  it('a job that has ended erases its results and changes nothing else', async () => {
    const id = await bench.submit(tenant, [['done']]);
    await ended(id);
    const entries = await count('ledger_entry');
    await bench.cancel.for(tenant, id, by);
    expect(await ended(id)).toMatchObject({ state: 'succeeded' });
    expect(await count('ledger_entry')).toBe(entries);
    await expect(bench.fetch.document(tenant, id, 1, 'json', 'fetch')).rejects.toMatchObject({ code: 'job.expired' });
  });
});

describe('results', () => {
  it('go some minutes after they were fetched', async () => {
    const id = await bench.submit(tenant, [['fetch me']]);
    await ended(id);
    await resultOf(id);
    bench.clock.advance(9 * 60_000);
    await bench.sweep.sweep();
    expect(await resultOf(id)).toMatchObject({ text: 'fetch me' });
    bench.clock.advance(2 * 60_000);
    await bench.sweep.sweep();
    await expect(resultOf(id)).rejects.toMatchObject({ code: 'job.expired' });
    expect(await count('job_page', `job_id = '${id}'`)).toBe(0);
  });

  it('that were only looked at, pages too, stay as long as any', async () => {
    const id = await bench.submit(tenant, [['look at me']]);
    await ended(id);
    await bench.fetch.pages(tenant, id, 0, 10, 'look');
    await bench.fetch.document(tenant, id, 1, 'json', 'look');
    bench.clock.advance(DAY_MS - 1);
    await bench.sweep.sweep();
    expect((await bench.fetch.pages(tenant, id, 0, 10, 'fetch')).pages).toHaveLength(1);
  });

  it('are fetched with the last page of each document, in whatever steps, and not by asking for what lies behind the end', async () => {
    const id = await bench.submit(tenant, [['one', 'two'], ['three']]);
    const promised = (await ended(id)).expiresAt;
    const expiry = async () => (await bench.jobs.find(tenant, id))!.expiresAt;
    expect(await bench.fetch.pages(tenant, id, 99_999, 10, 'fetch')).toEqual({ pages: [], next: null });
    const { next } = await bench.fetch.pages(tenant, id, 0, 2, 'fetch');
    expect(await expiry()).toEqual(promised);
    expect((await bench.fetch.pages(tenant, id, next!, 2, 'fetch')).next).toBeNull();
    expect((await expiry()).getTime()).toBe(bench.clock.now().getTime() + 10 * 60_000);
  });

  it('whose pages were fetched as they came go some minutes after the last of them, and the end is asked for without any', async () => {
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = (text) => (text === 'held' ? gate : Promise.resolve());
    const id = await bench.submit(tenant, [['early'], ['held']]);
    await expect.poll(() => count('job_page', `job_id = '${id}'`)).toBe(1);
    const { next } = await bench.fetch.pages(tenant, id, 0, 10, 'fetch');
    await expect.poll(() => count('job_document', `job_id = '${id}' AND fetched_at IS NOT NULL`)).toBe(1);
    letGo();
    const promised = (await ended(id)).expiresAt;
    // As if the other one's page had been fetched too before the job had ended.
    await owner.query('UPDATE job_document SET fetched_at = finished_at WHERE job_id = $1', [id]);
    expect((await bench.jobs.find(tenant, id))!.expiresAt).toEqual(promised);
    expect((await bench.fetch.pages(tenant, id, next! + 1, 10, 'fetch')).pages).toEqual([]);
    expect((await bench.jobs.find(tenant, id))!.expiresAt.getTime()).toBe(bench.clock.now().getTime() + 10 * 60_000);
  });

  it('of a job that waited long stay as long as any', async () => {
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = () => gate;
    const id = await bench.submit(tenant, [['late']]);
    bench.clock.advance(1.5 * DAY_MS);
    letGo();
    await ended(id);
    bench.clock.advance(DAY_MS - 1);
    await bench.sweep.sweep();
    expect(await resultOf(id)).toMatchObject({ text: 'late' });
  });

  it('go a day after the end when nobody fetches them, and the job is forgotten a month later', async () => {
    const id = await bench.submit(tenant, [['fetch me not']]);
    await ended(id);
    bench.clock.advance(DAY_MS - 1);
    await bench.sweep.sweep();
    expect(await count('job_page', `job_id = '${id}'`)).toBe(1);
    bench.clock.advance(1);
    await bench.sweep.sweep();
    expect(await count('job_page', `job_id = '${id}'`)).toBe(0);
    bench.clock.advance(30 * DAY_MS + 1);
    await bench.sweep.sweep();
    expect(await bench.jobs.find(tenant, id)).toBeUndefined();
  });
});

describe('following', () => {
  it('tells every page once and every change, and goes on where it broke off', async () => {
    bench.readers.beforePage = () => sleep(20);
    const id = await bench.submit(tenant, [['p1', 'p2'], ['p3']]);
    const seen: { kind: string; place: number }[] = [];
    for await (const event of bench.follow.events(tenant, id, 0, never)) if (event) seen.push({ kind: event.kind, place: event.place });
    expect(seen.filter(({ kind }) => kind === 'page').map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(seen.at(-1)).toEqual({ kind: 'job', place: 3 });
    const rest: number[] = [];
    for await (const event of bench.follow.events(tenant, id, 2, never)) if (event?.kind === 'page') rest.push(event.place);
    expect(rest).toEqual([3]);
  });

  it('knows how many are before it, and lets a newcomer pass a crowd', async () => {
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = () => gate;
    const other = await bench.newTenant();
    const crowd = await bench.submit(tenant, Array.from({ length: 12 }, (_, i) => [`crowd ${i}`]));
    await expect.poll(async () => (await bench.jobs.find(tenant, crowd))!.documents.filter(({ state }) => state === 'running').length).toBe(2);
    const single = await bench.submit(other, [['single']]);
    expect(await bench.jobs.position(other, single)).toBe(0);
    expect(await bench.jobs.position(tenant, await bench.submit(tenant, [['last']]))).toBe(11);
    letGo();
    await ended(single, other);
    expect((await ended(crowd)).state).toBe('succeeded');
  });

  it('does not stand behind what its tenant has cancelled', async () => {
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    bench.readers.beforePage = () => gate;
    const [hasty, other] = [await bench.newTenant(), await bench.newTenant()];
    const batch = await bench.submit(hasty, Array.from({ length: 12 }, (_, i) => [`unwanted ${i}`]));
    // The other reader may still be at work for a spec before.
    await expect.poll(async () => (await bench.jobs.find(hasty, batch))!.documents.filter(({ state }) => state === 'running').length).toBeGreaterThan(0);
    await bench.cancel.for(hasty, batch, by);
    const three = await bench.submit(other, [['a'], ['b'], ['c']]);
    const single = await bench.submit(hasty, [['wanted']]);
    expect(await bench.jobs.position(hasty, single)).toBeLessThan(2);
    expect(await bench.jobs.position(hasty, await bench.submit(hasty, [['wanted too']]))).toBeGreaterThan((await bench.jobs.position(hasty, single))!);
    letGo();
    await Promise.all([ended(single, hasty), ended(three, other)]);
  });

  it('survives a store that hangs up on everybody in the middle of a batch', async () => {
    bench.readers.beforePage = () => sleep(15);
    const busy = await bench.newTenant();
    const jobs = await Promise.all(Array.from({ length: 15 }, (_, i) => bench.submit(busy, [[`r${i}a`, `r${i}b`]])));
    await expect.poll(() => count('job_page', `tenant_id = '${busy}'`)).toBeGreaterThan(4);
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    for (const id of jobs) await expect.poll(() => bench.jobs.find(busy, id).then((job) => job?.state, () => 'store away'), { timeout: 25_000 }).toBe('succeeded');
    expect(await count('ledger_entry', `tenant_id = '${busy}'`)).toBe(15);
    expect(await count('recognition', `tenant_id = '${busy}'`)).toBe(15);
  }, 40_000);
});
