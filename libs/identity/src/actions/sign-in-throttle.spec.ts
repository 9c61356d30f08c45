import { StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SignInThrottle } from './sign-in-throttle.js';

const WINDOW_MS = 15 * 60_000;
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 20 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});

/** The limiter underneath keeps real time; this clock only says what is old enough to be swept away. */
const clock = new StillClock(new Date().toISOString());
const throttle = () => new SignInThrottle(database, clock, 'secret');
const outcomes = async (attempts: Promise<void>[]) => {
  const settled = await Promise.allSettled(attempts);
  return { passed: settled.filter(({ status }) => status === 'fulfilled').length, reasons: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string; extras: { retry_after_ms: number } }] : [])) };
};

it('of thirty attempts at once lets exactly ten pass, on two nodes as on one', async () => {
  const [one, other] = [throttle(), throttle()];
  const { passed, reasons } = await outcomes(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : other).admit('ada@inkproof.example', '192.0.2.1')));
  expect(passed).toBe(10);
  for (const { code, extras } of reasons) {
    expect(code).toBe('session.throttled');
    expect(extras.retry_after_ms).toBeGreaterThan(WINDOW_MS - 60_000);
    expect(extras.retry_after_ms).toBeLessThanOrEqual(WINDOW_MS);
  }
});

it('stops nobody who comes from elsewhere, and no other address from here', async () => {
  await throttle().admit('ada@inkproof.example', '192.0.2.9');
  await throttle().admit('bo@inkproof.example', '192.0.2.1');
});

it('stops a place that guesses at many addresses, and nobody elsewhere', async () => {
  const { passed } = await outcomes(Array.from({ length: 210 }, (_, i) => throttle().admit(`guess${i}@inkproof.example`, '192.0.2.50')));
  expect(passed).toBe(200);
  await throttle().admit('guess0@inkproof.example', '192.0.2.51');
});

it('begins anew after it was told to forget', async () => {
  const attempts = () => outcomes(Array.from({ length: 12 }, () => throttle().admit('cy@inkproof.example', '192.0.2.1')));
  expect((await attempts()).passed).toBe(10);
  await throttle().forget('cy@inkproof.example', '192.0.2.1');
  expect((await attempts()).passed).toBe(10);
});

it('stops strangers who guess from everywhere, but not its person at a place they came from before', async () => {
  await throttle().forget('eve@inkproof.example', '192.0.2.2');
  for (let place = 0; place < 10; place++) await outcomes(Array.from({ length: 10 }, () => throttle().admit('eve@inkproof.example', `198.51.100.${place}`)));
  await expect(throttle().admit('eve@inkproof.example', '198.51.100.200')).rejects.toMatchObject({ code: 'session.throttled' });
  await throttle().admit('eve@inkproof.example', '192.0.2.2');
});

it('counts each gate by itself, and lets nobody be flooded with mail', async () => {
  expect((await outcomes(Array.from({ length: 5 }, () => throttle().admit('fay@inkproof.example', '192.0.2.1', 'reset')))).passed).toBe(3);
  expect((await outcomes(Array.from({ length: 5 }, () => throttle().admit('fay@inkproof.example', '192.0.2.7', 'reset')))).passed).toBe(3);
  expect((await outcomes(Array.from({ length: 5 }, () => throttle().admit('fay@inkproof.example', '192.0.2.8', 'reset')))).passed).toBe(0);
  await throttle().admit('fay@inkproof.example', '192.0.2.1');
});

it('counts tokens by place alone', async () => {
  expect((await outcomes(Array.from({ length: 70 }, () => throttle().admit(null, '192.0.2.77', 'token')))).passed).toBe(60);
});

it('stores neither the address nor the place', async () => {
  const { rows } = await owner.query<{ row: string }>('SELECT sign_in_failure::text AS row FROM sign_in_failure');
  expect(rows.length).toBeGreaterThan(2);
  for (const { row } of rows) expect(row).not.toMatch(/inkproof|192\.0\.2/);
});

it('sweeps away what has run out, so that made-up addresses do not pile up', async () => {
  const before = await owner.query('SELECT 1 FROM sign_in_failure');
  clock.advance(91 * 24 * 3_600_000);
  await throttle().admit('dot@inkproof.example', '192.0.2.1');
  const after = await owner.query('SELECT 1 FROM sign_in_failure');
  expect(before.rowCount).toBeGreaterThan(2);
  // The row just made is, by the clock that was put forward, as old as the others.
  expect(after.rowCount).toBe(0);
});
