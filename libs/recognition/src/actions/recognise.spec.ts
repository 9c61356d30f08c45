import { PolicyStore } from '@inkproof/consent';
import { RecognitionOptions, type Recognition } from '@inkproof/contract';
import { DeadlineExceeded, DiskFull, PoolBusy, ReaderLost, Unreadable } from '@inkproof/engine';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { createLog, Database, Metrics, type Config } from '@inkproof/platform';
import { Admit, HoldLeases, LedgerStore, NoteRefusals, PostgresLimiter, QuotaStore, type Plan, type Standing } from '@inkproof/quota';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecognitionStore } from '../store/recognition-store.js';
import { fileOf, ScriptedReaders } from '../testing/scripted-readers.js';
import type { Call } from './call.js';
import { Recognise } from './recognise.js';
import { RecordCall } from './record-call.js';
import { ScreenResult } from './screen-result.js';
import { openVault } from '../testing/open-vault.js';

/** Scripted readers that note what they were asked, and refuse what they are told to. */
class NotedReaders extends ScriptedReaders {
  readonly asked: unknown[] = [];
  openError?: Error;
  roomError?: Error;
  afterRead = (): void => {};
  /** That are held, and not left yet. */
  readonly places = new Set<unknown>();

  override async open(request: Parameters<ScriptedReaders['open']>[0]): ReturnType<ScriptedReaders['open']> {
    this.asked.push(['open', { pages: request.pages, password: request.password, caps: request.caps }]);
    if (this.openError) throw this.openError;
    return super.open(request);
  }

  override async read(request: Parameters<ScriptedReaders['read']>[0]): ReturnType<ScriptedReaders['read']> {
    const { options, lane, laneLimit, urgency, deadlineMs, place } = request;
    expect(this.places.has(place)).toBe(true);
    this.asked.push(['read', { options, lane, laneLimit, urgency, deadlineMs }]);
    const reading = await super.read(request);
    this.afterRead();
    return reading;
  }

  override async place(request: Parameters<ScriptedReaders['place']>[0]): ReturnType<ScriptedReaders['place']> {
    if (this.roomError) throw this.roomError;
    const place = { lane: request.lane, leave: () => void this.places.delete(place) };
    this.places.add(place);
    return place;
  }
}

const ids = new CountingIds();
const clock = new StillClock();
const masterKey = Buffer.alloc(32, 7);
const plan: Plan = { name: 'standard', uploadMaxBytes: 1_000, pageMaxPixels: 900, callMaxPages: 5, jobMaxPages: 5, jobMaxDocuments: 5, readingsAtOnce: 3, deadlineMs: 4_000, inFlightMax: 10, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 };
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let quotas: QuotaStore;
let tenantId: Id<'ten'>;
let readers: NotedReaders;
let recognise: Recognise;
let verdicts: Standing[];
let limiter: PostgresLimiter;
let refusals: NoteRefusals;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  quotas = new QuotaStore();
  limiter = new PostgresLimiter(database);
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});
beforeEach(async () => {
  tenantId = await database.asProvider(async (tx) => {
    const id = ids.next('ten');
    await tx.tenant.create({ data: { id, name: 'x', createdAt: clock.now() } });
    await quotas.open(tx, id, 2);
    return id;
  });
  readers = new NotedReaders();
  verdicts = [];
  const objects = openVault(database, masterKey, ids, clock);
  const metrics = new Metrics();
  const entries = new LedgerStore(database, ids);
  const held = new HoldLeases(limiter, createLog('silent'));
  refusals = new NoteRefusals(entries, createLog('silent'));
  const record = new RecordCall(database, new RecognitionStore(database, objects, ids, clock, masterKey), entries, held, metrics, createLog('silent'));
  recognise = new Recognise(new Admit(limiter, held, refusals, metrics, ids), readers, record, new ScreenResult(new PolicyStore(database)), ids, clock, { retentionMs: 86_400_000 } as Config, metrics, createLog('silent'));
});

const callOf = (pages: string[], options: object = {}, more: Partial<Call> = {}): Call => ({
  caller: { kind: 'key', tenantId, keyId: 'key_1', environment: 'live', retention: 'none' },
  plan,
  requestId: 'req_1',
  file: fileOf({ pages }),
  options: RecognitionOptions.parse(options),
  signal: new AbortController().signal,
  onVerdict: (verdict) => void verdicts.push(verdict),
  ...more,
});
const ledger = async () => (await refusals.write(), await owner.query<{ outcome: string; code: string | null; pages: number; billed_pages: number }>('SELECT outcome, code, pages, billed_pages FROM ledger_entry WHERE tenant_id = $1 ORDER BY at', [tenantId])).rows;
const stored = async () => (await owner.query<{ kept: string; has_result: boolean; file_id: string | null }>('SELECT kept, result_id IS NOT NULL AS has_result, file_id FROM recognition WHERE tenant_id = $1', [tenantId])).rows;

describe('a call', () => {
  it('is read under the caps of its plan, in the lane of its tenant', async () => {
    const recognition = await recognise.for(callOf(['one', 'two'], { languages: 'en', reader: 'tesseract', pages: '1-2', password: 'open' }));
    expect(readers.asked.slice(0, 2)).toEqual([
      ['open', { pages: '1-2', password: 'open', caps: { maxPixels: 900, maxPages: 5 } }],
      ['read', { options: { languages: ['eng'], reader: 'tesseract', password: 'open', pages: [1, 2] }, lane: tenantId, laneLimit: 3, urgency: 'call', deadlineMs: 4_000 }],
    ]);
    expect(recognition).toMatchObject({ text: 'one\ftwo', languages: ['en'], channel: 'api', usage: { pages: 2, billed_pages: 2 } });
    expect(await ledger()).toEqual([{ outcome: 'accepted', code: null, pages: 2, billed_pages: 2 }]);
    expect(verdicts).toEqual([expect.objectContaining({ accepted: true, remaining: 1 })]);
  });

  it('without languages says which were found', async () => {
    expect((await recognise.for(callOf(['one']))).languages).toEqual(['en']);
  });

  it('has the further forms it asked for in its answer, once each', async () => {
    const { outputs } = await recognise.for(callOf(['one', 'two'], { outputs: 'text,json,text,tsv' }));
    expect(outputs.map(({ format, media_type }) => [format, media_type])).toEqual([['text', 'text/plain'], ['tsv', 'text/tab-separated-values']]);
    expect(outputs[0]!.text).toBe('one\ftwo');
  });
});

describe('a further form that cannot be made', () => {
  it('is reported by name beside the others, and the call is answered and billed', async () => {
    const { outputs, usage, status } = await recognise.for(callOf(['one'], { outputs: 'pdf,text' }));
    expect(status).toBe('succeeded');
    expect(outputs).toEqual([
      { format: 'pdf', media_type: 'application/pdf', problem: { code: 'output.failed', detail: expect.stringMatching(/^No searchable PDF can be made of this file/) as unknown } },
      { format: 'text', media_type: 'text/plain', text: 'one' },
    ]);
    expect(usage.billed_pages).toBe(1);
    expect(await ledger()).toEqual([{ outcome: 'accepted', code: null, pages: 1, billed_pages: 1 }]);
  });
});

describe('a caller who hangs up while a further form is made', () => {
  it('gets no bill for an answer that nobody heard', async () => {
    const hangUp = new AbortController();
    readers.afterRead = () => hangUp.abort();
    await expect(recognise.for(callOf(['one'], { outputs: 'pdf' }, { signal: hangUp.signal }))).rejects.toMatchObject({ code: 'request.interrupted' });
    expect(await ledger()).toEqual([{ outcome: 'failed', code: 'request.interrupted', pages: 0, billed_pages: 0 }]);
  });
});

describe('what is kept of it', () => {
  it('is nothing but what lists and counts need, unless it was chosen', async () => {
    expect((await recognise.for(callOf(['one']))).retention).toEqual({ kept: 'none', until: null });
    expect(await stored()).toEqual([{ kept: 'none', has_result: false, file_id: null }]);
  });

  it('is what the call says, or what its key says', async () => {
    const key = { kind: 'key', tenantId, keyId: 'key_1', environment: 'live', retention: 'result' } as const;
    expect((await recognise.for(callOf(['one'], {}, { caller: key }))).retention).toEqual({ kept: 'result', until: '2026-11-23T04:00:00.000Z' });
    expect((await recognise.for(callOf(['one'], { retention: 'all' }, { caller: key }))).retention.kept).toBe('all');
    expect((await stored()).map(({ kept, has_result, file_id }) => [kept, has_result, file_id !== null])).toEqual([['result', true, false], ['all', true, true]]);
  });

  it('is handed over for a repetition as it is answered', async () => {
    const kept: Recognition[] = [];
    const answer = await recognise.for(callOf(['one'], { outputs: 'text' }, { keeping: (recognition) => (kept.push(recognition), { name: 'spec_nothing', text: 'SELECT 1', values: [] }) }));
    expect(kept).toEqual([answer]);
  });
});

describe('what is refused before it is admitted', () => {
  it.each([
    ['a file that cannot be read', () => (readers.openError = new Unreadable('corrupt', 'It is damaged')), {}, 'image.corrupt'],
    ['a document without its password', () => (readers.openError = new Unreadable('password_required', 'It is encrypted')), {}, 'document.password_required'],
    ['a page that there is not', () => (readers.openError = new Unreadable('page_missing', 'It has 2 pages')), {}, 'document.page_missing'],
    ['a full queue', () => (readers.roomError = new PoolBusy('full')), {}, 'capacity.busy'],
    ['a language that is not installed', () => {}, { languages: 'tlh' }, 'language.unsupported'],
    ['a reader that is not installed', () => {}, { reader: 'native' }, 'reader.unavailable'],
  ])('%s costs nothing', async (_, prepare, options, code) => {
    prepare();
    await expect(recognise.for(callOf(['one'], options))).rejects.toMatchObject({ code });
    expect(await ledger()).toEqual([]);
    expect(verdicts).toEqual([]);
    expect((await limiter.look({ tenantId, environment: 'live', key: null })).remaining).toBe(2);
  });
});

describe('what is refused afterwards', () => {
  it('over the quota is noted, and says what the quota said', async () => {
    for (let i = 0; i < 2; i++) await recognise.for(callOf(['one']));
    await expect(recognise.for(callOf(['one']))).rejects.toMatchObject({ code: 'rate.exceeded' });
    expect((await ledger()).at(-1)).toEqual({ outcome: 'refused', code: 'rate.exceeded', pages: 0, billed_pages: 0 });
    expect(verdicts.at(-1)).toMatchObject({ accepted: false, remaining: 0 });
    expect(readers.places.size).toBe(0);
  });

  it('without pages left is told when there are some again, and uses no call up', async () => {
    await owner.query(`INSERT INTO plan (name, upload_max_bytes, page_max_pixels, call_max_pages, job_max_pages, job_max_documents, readings_at_once, deadline_ms, month_max_pages) VALUES ('two pages', 1, 1, 1, 1, 1, 1, 1, 2)`);
    await owner.query(`UPDATE tenant SET plan_name = 'two pages' WHERE id = $1`, [tenantId]);
    await expect(recognise.for(callOf(['one', 'two', 'three']))).rejects.toMatchObject({ code: 'allowance.exhausted', extras: { limit: { name: 'pages_per_month', max: 2, actual: 0 }, resets_at: expect.stringMatching(/T16:00:00\.000000Z$/) } });
    await recognise.for(callOf(['one']));
    expect((await limiter.look({ tenantId, environment: 'live', key: null })).allowance).toMatchObject({ used: 1, reserved: 0 });
    expect((await ledger()).map(({ outcome, code }) => [outcome, code]).sort()).toEqual([['accepted', null], ['refused', 'allowance.exhausted']]);
  });

  it.each([
    [new DeadlineExceeded('late'), 'recognition.deadline_exceeded'],
    [new ReaderLost('lost'), 'recognition.reader_lost'],
    [new DiskFull('full'), 'capacity.disk_full'],
    [Object.assign(new Error('gone'), { name: 'AbortError' }), 'request.interrupted'],
  ])('%s is noted and not billed', async (error, code) => {
    readers.errors.set('one', error);
    await expect(recognise.for(callOf(['one']))).rejects.toMatchObject({ code });
    expect(await ledger()).toEqual([{ outcome: 'failed', code, pages: 0, billed_pages: 0 }]);
    expect(await stored()).toEqual([]);
  });
});
