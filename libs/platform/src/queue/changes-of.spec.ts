import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { changesOf } from './changes-of.js';
import { News, tellIn } from './news.js';

let spec: SpecDatabase;
let database: Database;
let news: News;
beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 2 });
  news = new News(spec.url);
  await news.start();
});
afterAll(async () => {
  await news.stop();
  await database.close();
  await spec.drop();
});

const tell = (topic: string) => database.asProvider((tx) => tellIn(tx, topic));
const following = (topic: string, forMs = 10_000, signal = new AbortController().signal) => changesOf(news, topic, forMs, signal);

it('tells once at first and then within milliseconds, and nothing of other topics', async () => {
  const changes = following('a');
  expect((await changes.next()).value).toBeInstanceOf(Date);
  await tell('b');
  const next = changes.next();
  const startedMs = performance.now();
  await tell('a');
  expect((await next).value).toBeInstanceOf(Date);
  // Without news it would come when the ten seconds are over.
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  await changes.return(undefined);
});

it('misses nothing that is said while whoever follows is busy, and says it once', async () => {
  const changes = following('c', 1_500);
  await changes.next();
  for (let i = 0; i < 3; i++) await tell('c');
  await sleep(500);
  expect((await changes.next()).value).toBeInstanceOf(Date);
  expect(await changes.next()).toEqual({ value: undefined, done: true });
});

it('ends in time, and as soon as whoever follows is gone', async () => {
  const short = following('d', 0);
  expect((await short.next()).value).toBeInstanceOf(Date);
  expect((await short.next()).done).toBe(true);
  const gone = new AbortController();
  const changes = following('d', 60_000, gone.signal);
  await changes.next();
  const last = changes.next();
  gone.abort();
  expect((await last).done).toBe(true);
});

it('tells whoever follows to look for themselves when the line was down', async () => {
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const changes = following('e');
  await changes.next();
  const next = changes.next();
  await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'inkproof news'`);
  expect((await next).value).toBeInstanceOf(Date);
  await changes.return(undefined);
  await owner.end();
});
