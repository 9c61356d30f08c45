import { fork } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SortableIds } from '@inkproof/kernel';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDataFolder } from '../../../tools/parts/launch.mjs';
import { startPostgres, type RunningPostgres } from '../../../tools/parts/postgres.mjs';
import { ensureDatabase, provision } from '../../../tools/parts/provision.mjs';

/** Five batches. */
const TENANTS = 2_500;
/** An owner is told in two ways, a developer in one, and every tenth tenant has a program that asked for it. */
const DELIVERIES = TENANTS * 3 + TENANTS / 10;
const masterKey = crypto.randomBytes(32).toString('base64');
const id = new SortableIds().next('ntc');

const folder = newDataFolder();
let server: RunningPostgres;
let appUrl: string;
let owner: pg.Client;
beforeAll(async () => {
  server = await startPostgres({ folder: path.join(folder, 'pg'), port: 0, password: crypto.randomBytes(12).toString('hex') });
  const ownerUrl = await ensureDatabase(server.url, 'inkproof');
  ({ appUrl } = await provision(ownerUrl, crypto.randomBytes(12).toString('hex')));
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query(`INSERT INTO tenant (id, name, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'tenant ' || n, clock_timestamp() FROM generate_series(1, $1::int) n`, [TENANTS]);
  await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) SELECT 'per_' || r || n, 'x', r || n || '@tenant.example', 'x', clock_timestamp() FROM generate_series(1, $1::int) n, unnest(ARRAY['owner', 'developer']) r`, [TENANTS]);
  await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'per_' || r || n, r::"MemberRole", clock_timestamp() FROM generate_series(1, $1::int) n, unnest(ARRAY['owner', 'developer']) r`, [TENANTS]);
  await owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, created_at, secret_hint, sealed, sealed_key) SELECT 'whk_' || n, 'ten_' || lpad((n * 10)::text, 26, '0'), 'https://hooks.example', 'x', '{maintenance.scheduled}', clock_timestamp(), 'x', '', '' FROM generate_series(1, $1::int) n`, [TENANTS / 10]);
  await owner.query(`INSERT INTO notice (id, kind, subject, once, components, plans, staff, words, link, published_at) VALUES ($1, 'maintenance.scheduled', 'mnt_1', 'killed', '{recognition}', '{}', '{}', '{"zh":{"title":"x"},"en":{"title":"x"}}', '/maintenance/mnt_1', clock_timestamp())`, [id]);
});
afterAll(async () => {
  await owner.end();
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A worker on its way, killed so long after its first batch. How it ended. */
const spread = (killAfterMs: number | null): Promise<'through' | 'killed' | 'failed'> =>
  new Promise((resolve, reject) => {
    // What is built, without what specs are run with.
    const child = fork(path.resolve(import.meta.dirname, '../../../tools/bench/notices-child.mjs'), { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
    child.on('message', (said: { told?: number }) => {
      if (said.told !== undefined && killAfterMs !== null) void sleep(killAfterMs).then(() => child.kill('SIGKILL'));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'through' : 'failed'));
    child.send({ appUrl, masterKey, keyFolder: path.join(folder, 'keys') });
  });

const count = async (what: string): Promise<number> => (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)).rows[0]!.n;

it('a notice is told to everybody once by workers of which two at a time are killed on their way', async () => {
  const ends = [];
  for (const killAfterMs of [0, 15]) ends.push(...(await Promise.all([spread(killAfterMs), spread(killAfterMs)])));
  expect(ends).not.toContain('failed');
  expect(ends).toContain('killed');
  // The store may hold for a moment what a killed worker held.
  while ((await count('notice WHERE expanded_at IS NULL')) > 0) expect(await spread(null)).toBe('through');
  expect(await count('notice_delivery')).toBe(DELIVERIES);
  expect(await count(`(SELECT DISTINCT tenant_id, person_id, channel FROM notice_delivery) d`)).toBe(DELIVERIES);
  expect(await count('mail m JOIN notice_delivery d ON d.carrier_id = m.id')).toBe(TENANTS);
  expect(await count('mail')).toBe(TENANTS);
  expect(await count('webhook_delivery w JOIN notice_delivery d ON d.carrier_id = w.id')).toBe(TENANTS / 10);
  expect(await count('webhook_delivery')).toBe(TENANTS / 10);
  expect(await count('notice_tenant WHERE expanded_at IS NOT NULL AND told_number IS NOT NULL')).toBe(TENANTS);
  expect(await count('(SELECT DISTINCT told_number FROM notice_tenant) n')).toBe(TENANTS);
  expect(await count('notice WHERE expanded_at IS NOT NULL')).toBe(1);
});
