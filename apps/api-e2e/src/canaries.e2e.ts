import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, ProblemError, type Call } from '@inkproof/contract';
import { backUpPostgres, startRedis, type Redis, type RestoredPostgres } from '@inkproof/spec-database';
import { Redis as Client } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, ownerUrlOf, type Launched } from '../../../tools/parts/launch.mjs';
import { canariesIn, readable, temporaryFolders } from '../../../tools/testing/search-files.js';
import { copyOf, openAll, placeAt } from '../../../tools/testing/thief.js';
import { fillEveryField, inTheOpen, sealed } from './fill-every-field.js';

const [secrets, open] = [sealed(), inTheOpen()];
const words = { ...secrets, ...open };
const ofSealed = Object.keys(secrets).sort();
/** What a file was called is kept nowhere. */
const kept = ofSealed.filter((of) => of !== 'name');
/** What the law asks for, or a mail that is a month old at most: of these nothing goes. */
const STAYING = ['address', 'filingFile', 'person', 'words'];

let redis: Redis;
let launched: Launched;
let owner: pg.Client;
let ownerUrl: string;
let masterKey: Buffer;
let filled: Awaited<ReturnType<typeof fillEveryField>>;
/** Of the time when everything was kept. */
let restore: () => Promise<RestoredPostgres>;
let restored: RestoredPostgres | undefined;
let oldStorage: string;
let oldKeys: string;
/** Where keys lay that the deletion destroyed with the tenant's. */
let destroyed: string[];

beforeAll(async () => {
  redis = await startRedis();
  launched = await launch({ REDIS_URL: redis.url, LOG_LEVEL: 'trace', READERS: '1', WORKER_READERS: '1', FETCH_ALLOW: '198.51.100.0/24' });
  const told = JSON.parse(fs.readFileSync(path.join(launched.dataFolder, 'secrets.json'), 'utf8')) as { masterKey: string; databasePassword: string };
  masterKey = Buffer.from(told.masterKey, 'base64');
  ownerUrl = ownerUrlOf(launched);
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  filled = await fillEveryField(launched.ready, words);
  [oldStorage, oldKeys] = [copyOf(path.join(launched.dataFolder, 'objects')), copyOf(path.join(launched.dataFolder, 'keys'))];
  restore = await backUpPostgres({ ownerUrl, folder: path.join(launched.dataFolder, 'pg'), password: told.databasePassword });
}, 240_000);
afterAll(async () => {
  await owner?.end().catch(() => {});
  await launched?.stop();
  await restored?.drop();
  await redis?.stop();
  if (launched) fs.rmSync(launched.dataFolder, { recursive: true, force: true });
});

/** Everything that Redis has, as it would lie on a disk. */
const inRedis = async (): Promise<Buffer> => {
  const client = new Client(redis.url);
  const keys = await client.keys('*');
  const held = await Promise.all(keys.map((key) => client.dumpBuffer(key)));
  await client.quit();
  return Buffer.concat([Buffer.from(keys.join('\n')), ...held.filter((bytes) => bytes !== null)]);
};
/** Database with its queue and its log of writes, storage, keys, what all processes printed, temporary files, Redis. */
const found = async (): Promise<string[]> => [
  ...readable([launched.dataFolder, ...temporaryFolders((entry) => launched.dataFolder.includes(entry) || entry.startsWith('inkproof-backup-'))], words),
  ...canariesIn(Buffer.from(launched.output()), words).map((of) => `${of} in what was printed`),
  ...canariesIn(await inRedis(), words).map((of) => `${of} in Redis`),
];
const ofThem = (all: readonly string[]): string[] => all.filter((one) => ofSealed.includes(one.split(' ')[0]!));
/** What somebody reads who has the backup of before, the master key and these keys. */
const openedWith = async (keys: ReturnType<typeof placeAt>): Promise<string[]> => {
  const opened = await openAll({ ownerUrl: restored!.ownerUrl, storage: oldStorage, keys, masterKey });
  return [...ofSealed.filter((of) => opened.some((text) => text.includes(secrets[of as keyof typeof secrets]))), ...(opened.includes(filled.webhook.secret) ? ['webhook secret'] : [])];
};
const isGone = (act: Promise<unknown>): Promise<boolean> => act.then(() => false, (error: unknown) => error instanceof ProblemError && [404, 410].includes(error.problem.status));

/** Word of what happened a moment ago may come between looking and asking. */
const askForEverything = async (call: Call): Promise<{ id: `del_${string}` }> => {
  const selection = { everything: 'tenant' } as const;
  const { total } = await call(api.deletions.preview, { body: { selection } });
  return call(api.deletions.create, { body: { selection, expected: total } }).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'deletion.changed') return askForEverything(call);
    throw error;
  });
};

describe('what fills every kind of field of the running product', () => {
  it('is read by whom it belongs to', () => {
    expect([filled.recognition.text, filled.document.text]).toEqual([expect.stringContaining(secrets.kept), expect.stringContaining(secrets.job)]);
  });

  it('can be found in no file, log, queue or memory but what has to lie in the open, and that in the database alone', async () => {
    const before = await found();
    for (const of of Object.keys(open)) expect(before.some((one) => one.startsWith(`${of} in `) && one.includes('/pg/')), of).toBe(true);
    expect(before.filter((one) => !one.includes('/pg/'))).toEqual([]);
    expect(ofThem(before)).toEqual([]);
  }, 120_000);

  it('is erased for good when its tenant asks for it and nothing keeps it, and a certificate says so', async () => {
    const { call, staff, webhook, ticket, authorization, recognition } = filled;
    // As years later: no period binds any more, the ticket is closed, and nobody relies on what was granted.
    await owner.query('DELETE FROM retention_rule');
    const { id: into } = await call(api.tickets.create, { body: { subject: 'x', words: 'x' } });
    await staff(api.adminTickets.merge, { params: { id: ticket }, body: { into } });
    await call(api.authorizations.withdraw, { params: { id: authorization } });
    await call(api.webhooks.remove, { params: { id: webhook.id } });
    const { id } = await askForEverything(call);
    while ((await call(api.deletions.find, { params: { id } })).state !== 'done') await sleep(200);
    const { certificate } = await call(api.deletions.certificate, { params: { id }, query: {} });
    expect(certificate.verification).toMatchObject({ rows_left: 0, keys_left: 0, blobs_left: 0 });
    expect(certificate.erased.by_class.map(({ record_class }) => record_class)).toEqual(expect.arrayContaining(['account', 'authorisation_material', 'correspondence', 'job', 'recognition']));
    expect(await Promise.all([isGone(call(api.tickets.find, { params: { id: ticket } })), isGone(call(api.authorizations.find, { params: { id: authorization } })), isGone(call(api.recognitions.find, { params: { id: recognition.id } }))])).toEqual([true, true, true]);
  }, 120_000);

  it('can be found nowhere afterwards either, nor when everything has stopped', async () => {
    const gone = await owner.query<{ blobs: string[] }>(`SELECT blobs FROM tombstone WHERE record_class = 'account'`);
    destroyed = gone.rows.flatMap(({ blobs }) => blobs);
    await owner.query('CHECKPOINT');
    await owner.end();
    expect(ofThem(await found())).toEqual([]);
    await launched.stop();
    expect(ofThem(await found())).toEqual([]);
  }, 120_000);

  it('is opened from a backup of before by nobody but with a copy of the keys of before', async () => {
    restored = await restore();
    const stolen = placeAt(oldKeys);
    expect(await openedWith(stolen)).toEqual([...kept, 'webhook secret']);
    expect(await openedWith(placeAt(path.join(launched.dataFolder, 'keys')))).toEqual(STAYING);
    // The key of the tenant was replaced, so that not even such a copy helps who has it without that.
    await stolen.remove(destroyed);
    expect(await openedWith(stolen)).toEqual(['address']);
  }, 120_000);
});
