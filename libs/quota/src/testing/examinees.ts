import { SystemClock } from '@inkproof/kernel';
import pg from 'pg';
import type { RedisRings } from '../store/redis-rings.js';
import type { Examinee } from './sit-exam.js';
import type { Logged } from './oracle.js';
import type { Step } from './trace.js';

/** Beyond the second in which a store is not trusted, and beyond everything that real calls leave. */
const AHEAD_US = 3_600_000_000;

/**
 * Judges a whole trace inside the store, by the same function that judges calls: those of one instant alone, or up to seven together.
 * Every other time it is told to wait for nobody, as where callers share a statement; nobody is there to be waited for.
 */
const RUN_TRACE = `
CREATE FUNCTION exam_run(tenant text, first_n integer, times bigint[], ns integer[], base timestamptz) RETURNS TABLE (n integer, accepted boolean, at_us bigint, wait_us bigint, remaining integer)
LANGUAGE plpgsql AS $$
DECLARE
  v quota_verdict;
  i integer := 1;
  together integer;
BEGIN
  INSERT INTO tenant (id, name, created_at) VALUES (tenant, tenant, now()) ON CONFLICT DO NOTHING;
  INSERT INTO quota (tenant_id, requests_per_second) VALUES (tenant, first_n) ON CONFLICT (tenant_id) DO UPDATE SET requests_per_second = EXCLUDED.requests_per_second;
  WHILE i <= array_length(times, 1) LOOP
    together := 1;
    IF ns[i] IS NOT NULL THEN
      UPDATE quota SET requests_per_second = ns[i] WHERE tenant_id = tenant;
    ELSE
      WHILE together < 1 + i % 7 AND ns[i + together] IS NULL AND times[i + together] = times[i] LOOP together := together + 1; END LOOP;
      FOREACH v IN ARRAY quota_judge(tenant, NULL, NULL, 'live', array_fill(0, ARRAY[together]), true, array_fill(false, ARRAY[together]), NULL, 0, true, base + times[i] * interval '1 microsecond', i % 2 = 0) LOOP
        n := v.requests_per_second;
        accepted := v.accepted;
        at_us := (extract(epoch FROM v.at::timestamptz - base) * 1000000)::bigint;
        wait_us := v.retry_after_us;
        remaining := v.remaining;
        RETURN NEXT;
      END LOOP;
    END IF;
    i := i + together;
  END LOOP;
END $$`;

/** The limits in PostgreSQL, as the owner of the database: nobody else may say what time it is. */
export const examinePostgres = async (ownerUrl: string): Promise<Examinee & { close: () => Promise<void> }> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 8 });
  // One that is still on its way out when its database is dropped has nobody else who listens.
  pool.on('connect', (connection) => connection.on('error', () => {}));
  await pool.query(RUN_TRACE);
  await pool.query(`UPDATE quota_sentinel SET since = clock_timestamp() - interval '1 hour'`);
  const base = new Date(new SystemClock().now().getTime() + AHEAD_US / 1_000).toISOString();
  return {
    async judge(tenantId, n, steps) {
      const { rows } = await pool.query<{ n: number; accepted: boolean; at_us: string; wait_us: string; remaining: number }>('SELECT * FROM exam_run($1, $2, $3, $4, $5)', [
        tenantId,
        n,
        steps.map((step) => ('atUs' in step ? step.atUs : 0)),
        steps.map((step) => ('n' in step ? step.n : null)),
        base,
      ]);
      return rows.map(({ at_us, wait_us, ...row }) => ({ ...row, atUs: Number(at_us), waitUs: Number(wait_us) }));
    },
    close: () => pool.end(),
  };
};

/** The rings in Redis: the same script that judges calls, told the instant. */
export const examineRedis = (rings: RedisRings): Examinee => {
  const baseUs = new SystemClock().now().getTime() * 1_000 + AHEAD_US;
  return {
    async judge(tenantId, first, steps) {
      let n = first;
      const asked: Promise<Logged>[] = [];
      for (const step of steps) {
        if ('n' in step) n = step.n;
        else asked.push(judgeAt(rings, tenantId, n, baseUs, step));
      }
      return Promise.all(asked);
    },
  };
};

const judgeAt = async (rings: RedisRings, tenantId: string, n: number, baseUs: number, { atUs }: Extract<Step, { atUs: number }>): Promise<Logged> => {
  const answer = await rings.judge('take', { tenantId: tenantId as `ten_${string}`, environment: 'live', key: null }, { requestsPerSecond: n, inFlightMax: 1 }, baseUs + atUs);
  return { n, accepted: answer.accepted, atUs: answer.nowUs - baseUs, waitUs: answer.waitUs, remaining: answer.remaining };
};
