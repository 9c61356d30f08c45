import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { api, type Recognition } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { descendantsOf, launch, newDataFolder, type Launched } from '../../../tools/parts/launch.mjs';
import { startPostgres, type RunningPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase } from '../../../tools/parts/provision.mjs';
import { signedIn } from './product.js';

const CALLERS = 8;
const ANSWERED_BEFORE = 25;

const folder = newDataFolder();
const dataFolder = newDataFolder();
const picture = new Uint8Array(drawPage({ lines: ['Receipt 20418'], fontPx: 26, widthPx: 320 }));
let server: RunningPostgres;
let databaseUrl: string;
let owner: pg.Client;
let launched: Launched;

beforeAll(async () => {
  server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
  databaseUrl = await ensureDatabase(server.url, 'inkproof');
  launched = await start();
  const { call } = await signedIn(launched.ready.admin, launched.ready.api);
  const { items } = await call(api.admin.listTenants, { query: {} });
  await call(api.quota.open, { params: { id: items[0]!.id }, body: { requests_per_second: 1_000, source: { document: 'e2e' } } });
  owner = new pg.Client(databaseUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await launched.stop();
  await server.stop();
  for (const one of [folder, dataFolder]) fs.rmSync(one, { recursive: true, force: true });
});

/** Without probes, whose own calls would be counted with the others. */
const start = (): Promise<Launched> => launch({ DATABASE_URL: databaseUrl, READERS: '1', MFA_REQUIRED: 'off', PROBE_SECONDS: '3600' }, dataFolder);
const post = (order: string): Promise<Response> =>
  fetch(`${launched.ready.api}/v1/recognitions?languages=en&reader=tesseract`, { method: 'POST', headers: { authorization: `Bearer ${launched.ready.apiKey}`, 'content-type': 'image/png', 'idempotency-key': order }, body: picture });
const count = async (sql: string): Promise<number> => Number((await owner.query<{ count: string }>(sql)).rows[0]!.count);
/** What the quota was used by. */
const admitted = () => count(`SELECT COALESCE(sum(accepted), 0) AS count FROM quota_ring WHERE name = 'live'`);
const open = () => count('SELECT count(*) FROM open_call');

it('an API killed amid calls leaves each that was admitted in the ledger once, and each order that is repeated is billed once', async () => {
  const answered = new Map<string, Recognition['id']>();
  const orders: string[] = [];
  const isUp = () => launched.process.exitCode === null;
  const callers = Array.from({ length: CALLERS }, async () => {
    while (isUp()) {
      const order = `order ${orders.length}`;
      orders.push(order);
      const response = await post(order).catch(() => undefined);
      // One that was cut off in the middle of its answer was answered to nobody.
      const recognition = response?.status === 200 ? ((await response.json().catch(() => undefined)) as Recognition | undefined) : undefined;
      if (!recognition) return;
      answered.set(order, recognition.id);
    }
  });
  await expect.poll(() => answered.size, { timeout: 40_000, interval: 5 }).toBeGreaterThan(ANSWERED_BEFORE);
  const apis = descendantsOf(launched.process.pid!).filter(({ command }) => command.includes('apps/api/dist/main.js'));
  expect(apis).toHaveLength(1);
  process.kill(apis[0]!.pid, 'SIGKILL');
  await Promise.all(callers);
  // The store ends what the dead node had begun as soon as it hears that it is gone.
  await expect.poll(() => count(`SELECT count(*) FROM pg_stat_activity WHERE datname = 'inkproof' AND pid <> pg_backend_pid()`), { timeout: 15_000 }).toBe(0);
  const lost = await open();
  const before = await admitted();
  expect(lost).toBeGreaterThan(0);
  expect(await count('SELECT count(*) FROM ledger_entry')).toBe(before - lost);

  // Their time is over, as it would be a minute after their deadline.
  await owner.query('UPDATE open_call SET expires_at = clock_timestamp()');
  await owner.query('UPDATE idempotent_call SET locked_until = clock_timestamp() WHERE status IS NULL');
  launched = await start();
  await expect.poll(open, { timeout: 20_000 }).toBe(0);
  expect(await count('SELECT count(*) FROM ledger_entry')).toBe(before);
  expect(await count('SELECT count(DISTINCT request_id) FROM ledger_entry')).toBe(before);
  expect(await count(`SELECT count(*) FROM ledger_entry WHERE reason = 'node_lost' AND billed_pages = 0`)).toBe(lost);
  expect(await count('SELECT count(*) FROM quota_lease WHERE in_flight AND expires_at > clock_timestamp()')).toBe(0);

  for (const order of orders) {
    const response = await post(order);
    expect(response.status).toBe(200);
    const { id } = (await response.json()) as Recognition;
    expect(id).toBe(answered.get(order) ?? id);
  }
  const billed = await owner.query<{ recognition_id: string }>('SELECT l.recognition_id FROM ledger_entry l JOIN recognition r ON r.id = l.recognition_id WHERE l.billed_pages = 1');
  expect(billed.rows).toHaveLength(orders.length);
  expect(await count('SELECT COALESCE(sum(billed_pages), 0) AS count FROM ledger_entry')).toBe(orders.length);
}, 150_000);
