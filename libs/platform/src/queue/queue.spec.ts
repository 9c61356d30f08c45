import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { News, telling } from './news.js';
import { Queue, type Taken } from './queue.js';

let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
const queues: Queue[] = [];
const open = async (looksAfter = false): Promise<Queue> => {
  const queue = new Queue({ url: spec.url, looksAfter, onTrouble: () => {} });
  queues.push(queue);
  await queue.start();
  return queue;
};
const cutAllLines = () => owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
const send = (queue: Queue, data: object, priority = 0) => database.changeAsTenant('ten_a', (run) => queue.send(run, 'document', data, { priority }));
const statesOf = async () => (await owner.query<{ state: string }>('SELECT state FROM pgboss.job ORDER BY created_on')).rows.map(({ state }) => state);

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop(1_000)));
  await owner.query('DELETE FROM pgboss.job');
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

it('runs as a login that owns nothing of it', async () => {
  const { rows } = await owner.query(`SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE c.relnamespace = 'pgboss'::regnamespace AND r.rolname LIKE 'inkproof_app%'`);
  expect(rows).toEqual([]);
});

it('takes an entry with the transaction it was sent in, and with a rollback neither', async () => {
  const queue = await open();
  await send(queue, { is: 'there' });
  const act = database.changeAsTenant('ten_a', async (run) => {
    await queue.send(run, 'document', { is: 'not' });
    throw new Error('rolled back');
  });
  await expect(act).rejects.toThrow('rolled back');
  expect(await statesOf()).toEqual(['created']);
});

it('hands over within milliseconds, the highest priority first, and rests between no two entries', async () => {
  const queue = await open();
  for (const priority of [-3, -1, -2]) await send(queue, { priority }, priority);
  const got: number[] = [];
  await queue.work<{ priority: number }>('document', 1, async ({ data }) => void got.push(data.priority));
  await expect.poll(() => got, { interval: 10 }).toEqual([-1, -2, -3]);
  await sleep(200);
  // Each is sent as the one before has come, so that whoever waited for a look would wait for all of it every time; a busy machine is late now and then.
  const tookMs: number[] = [];
  for (let round = 1; round <= 3; round++) {
    const sentMs = performance.now();
    await send(queue, { priority: 0 });
    await expect.poll(() => got.length, { interval: 2 }).toBe(3 + round);
    tookMs.push(performance.now() - sentMs);
  }
  expect(Math.min(...tookMs)).toBeLessThan(500);
});

it('is done with an entry when the transaction that says so commits', async () => {
  const queue = await open();
  await send(queue, {});
  let tries = 0;
  await queue.work('document', 1, ({ id }) =>
    database.changeAsTenant('ten_a', async (run) => {
      await queue.complete(run, 'document', id);
      if (++tries === 1) throw new Error('the first time it did not work out');
    }),
  );
  await expect.poll(statesOf).toEqual(['completed']);
  expect(tries).toBe(2);
});

it('gives what a lost worker had to another', async () => {
  const [lost, other] = [await open(), await open(true)];
  await send(lost, {});
  // A worker that is gone: it took the entry, and nothing of it is heard again.
  await new Promise<void>((resolve) => void lost.work('document', 1, () => (resolve(), new Promise(() => {}))));
  await owner.query(`UPDATE pgboss.job SET heartbeat_on = now() - interval '11 seconds'`);
  const taken = await new Promise<Taken<object>>((resolve) => void other.work('document', 1, async (entry) => resolve(entry)));
  expect(taken.triesBefore).toBe(1);
});

it('lets others have what a worker that stops has not ended, and counts that as no death, however many stop', async () => {
  const first = await open();
  await send(first, {});
  await owner.query('UPDATE pgboss.job SET retry_limit = 1');
  for (let stops = 0; stops < 3; stops++) {
    const worker = await open();
    let takenAway = false;
    await new Promise<void>((resolve) => void worker.work('document', 1, ({ signal }) => new Promise((_, reject) => (resolve(), signal.addEventListener('abort', () => ((takenAway = true), reject(signal.reason as Error)))))));
    await worker.stop(100);
    expect(takenAway).toBe(true);
    expect(await statesOf()).toEqual(['retry']);
  }
  await first.work('document', 1, async () => {});
  await expect.poll(statesOf).toEqual(['completed']);
});

it('counts a store that went away as no death', async () => {
  const queue = await open();
  await send(queue, {});
  await owner.query('UPDATE pgboss.job SET retry_limit = 1');
  let tries = 0;
  await queue.work('document', 1, async () => {
    if (++tries < 4) throw Object.assign(new Error('could not extend file'), { code: '53100' });
  });
  await expect.poll(statesOf, { timeout: 25_000 }).toEqual(['completed']);
});

it('a worker that stops ends what it can end in time, and is not waited for longer than that', async () => {
  const queue = await open();
  await send(queue, {});
  let ended = false;
  await new Promise<void>((resolve) => void queue.work('document', 1, async ({ signal }) => (resolve(), await sleep(150), signal.throwIfAborted(), void (ended = true))));
  const beganMs = performance.now();
  await queue.stop(5_000);
  expect(ended).toBe(true);
  expect(await statesOf()).toEqual(['completed']);
  expect(performance.now() - beganMs).toBeLessThan(2_500);
});

it('keeps nothing of what an error says', async () => {
  const queue = await open();
  await send(queue, {});
  await queue.work('document', 1, () => Promise.reject(Object.assign(new TypeError('沈若川'), { detail: '沈若川' })));
  await expect.poll(async () => (await owner.query<{ output: object | null }>('SELECT output FROM pgboss.job')).rows[0]?.output).toMatchObject({ message: 'TypeError' });
  expect((await owner.query<{ row: string }>('SELECT j::text AS row FROM pgboss.job j')).rows[0]?.row).not.toContain('沈若川');
});

it('drops what still waits', async () => {
  const queue = await open();
  const id = await send(queue, {});
  await database.changeAsTenant('ten_a', (run) => queue.drop(run, 'document', [id]));
  expect(await statesOf()).toEqual(['cancelled']);
});

it('goes on after the store hung up on everybody', async () => {
  const queue = await open(true);
  const got: number[] = [];
  await queue.work<{ n: number }>('document', 1, async ({ data }) => void got.push(data.n));
  await cutAllLines();
  await expect.poll(() => send(queue, { n: 1 }).then(() => true, () => false)).toBe(true);
  await expect.poll(() => got).toEqual([1]);
});

it('news arrive when they are committed, and whoever waits is woken when the line was broken', async () => {
  const news = new News(spec.url);
  await news.start();
  let heard = 0;
  const stop = news.hear('job_1', () => heard++);
  await database.changeAsTenant('ten_a', async (run) => {
    await run(telling('job_1'));
    await sleep(50);
    expect(heard).toBe(0);
  });
  await expect.poll(() => heard, { interval: 5 }).toBe(1);
  await database.writeAsTenant('ten_a', [telling('job_2')]);
  const waited = news.next('job_3', 5_000);
  await cutAllLines();
  await waited;
  expect(heard).toBe(2);
  stop();
  await news.stop();
});
