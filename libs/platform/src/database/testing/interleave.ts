import { dice } from '@inkproof/kernel';
import type pg from 'pg';
import { Database, type Run, type Tx } from '../database.js';

const TENANTS = 16;
const CONNECTIONS = 5;
const AT_ONCE = 40;
const BROKEN_SHARE = 0.25;

class BrokenOff extends Error {}

/** What a request of one tenant is shown, asked without a word of whose it is, so that only the connection's own state decides. */
type Look = () => Promise<string[]>;

/**
 * Requests of many tenants and of nobody's, mixed at random over few connections, a quarter of which break off: by an error of ours, by an
 * error of the store, or because the store ends the connection. Answers each case in which one was shown what is not its own.
 */
export const interleave = async (url: string, owner: pg.Client, { requests, seed }: { requests: number; seed: number }): Promise<{ bled: string[]; finished: number; broken: number }> => {
  const tenants = Array.from({ length: TENANTS }, (_, at) => `ten_bleed_${at}`);
  for (const id of tenants) await owner.query('INSERT INTO tenant (id, name, created_at) VALUES ($1, $1, clock_timestamp()) ON CONFLICT DO NOTHING', [id]);
  const database = new Database({ url, pool: CONNECTIONS });
  const random = dice(seed);
  const outcome = { bled: [] as string[], finished: 0, broken: 0 };

  const seenBy = {
    tx: (tx: Tx): Look => async () => (await tx.tenant.findMany({ select: { id: true } })).map(({ id }) => id),
    run: (run: Run): Look => async () => (await run<{ id: string }>({ text: 'SELECT id FROM tenant', values: [] })).map(({ id }) => id),
  };

  const request = async (): Promise<void> => {
    const [who, how, end] = [random(), random(), random()];
    const tenant = tenants[Math.floor(who * TENANTS)]!;
    const isPerson = how > 0.8;
    const own = isPerson ? [] : [tenant];
    const check = async (look: Look, fail: (sql: string) => Promise<unknown>): Promise<void> => {
      const seen = await look();
      if (seen.join() !== own.join()) outcome.bled.push(`${isPerson ? 'a person' : tenant} was shown ${seen.join() || 'nothing'}`);
      if (end < BROKEN_SHARE / 3) throw new BrokenOff();
      if (end < (BROKEN_SHARE * 2) / 3) await fail('SELECT 1 / 0');
      if (end < BROKEN_SHARE) await fail('SELECT pg_terminate_backend(pg_backend_pid())');
    };
    try {
      if (isPerson) await database.asPerson('per_bleed', (tx) => check(seenBy.tx(tx), (sql) => tx.$queryRawUnsafe(sql)));
      else if (how > 0.4) await database.asTenant(tenant, (tx) => check(seenBy.tx(tx), (sql) => tx.$queryRawUnsafe(sql)));
      else await database.changeAsTenant(tenant, (run) => check(seenBy.run(run), (sql) => run({ text: sql, values: [] })));
      outcome.finished++;
    } catch {
      outcome.broken++;
    }
  };

  let left = requests;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await request();
    }),
  );
  await database.close();
  return outcome;
};
