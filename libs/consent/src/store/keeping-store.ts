import { dayOfDate, shanghaiDay, type Day, type Id } from '@inkproof/kernel';
import type { Run, Tx } from '@inkproof/platform';
import { REMINDER_MARKS, type KeepingEnd } from '../model/reminder.js';

/** Authorisations that are reckoned again in one transaction, which recording under their text waits for. */
const PAGE_SIZE = 2_000;
const RECKONED = 'material_kept_until(a.withdrawn_at, a.expires_at, a.last_relied_at, law.ends_at, law.months)';

/** Until when material is kept: reckoned, counted by day, and told of. */
export class KeepingStore {
  /** One page of what was given under a version that is marked: until when it is kept, as things stand now. Passes by a version that another node is at. Answers whether more of it waits. */
  async reckon(run: Run, tenantId: Id<'ten'>, versionId: string): Promise<boolean> {
    const [marked] = await run<{ reckon_after: string }>({ name: 'marked_version', text: 'SELECT reckon_after FROM filing_version WHERE tenant_id = $1 AND id = $2 AND reckon_after IS NOT NULL FOR NO KEY UPDATE SKIP LOCKED', values: [tenantId, versionId] });
    if (!marked) return false;
    const [page] = await run<{ last: string | null; taken: number }>({
      name: 'reckon_keeping',
      text: `WITH law AS MATERIALIZED (SELECT text_ends_at($1, $2) AS ends_at, material_months($1) AS months),
               page AS MATERIALIZED (SELECT id FROM authorisation WHERE tenant_id = $1 AND version_id = $2 AND id > $3 ORDER BY id LIMIT $4),
               moved AS (UPDATE authorisation a SET kept_until = ${RECKONED} FROM law
                 WHERE a.tenant_id = $1 AND a.id IN (SELECT id FROM page) AND a.kept_until IS DISTINCT FROM ${RECKONED})
             SELECT max(id) AS last, count(*)::int AS taken FROM page`,
      values: [tenantId, versionId, marked.reckon_after, PAGE_SIZE],
    });
    const isMore = page!.taken === PAGE_SIZE;
    await run({ name: 'reckoned_until', text: 'UPDATE filing_version SET reckon_after = $3 WHERE tenant_id = $1 AND id = $2', values: [tenantId, versionId, isMore ? page!.last : null] });
    return isMore;
  }

  /** How many are kept through each day and no longer, and how many have no end yet. */
  async calendar(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<{ days: { day: Day; commitments: number; vault: number }[]; open: number }> {
    const rows = await tx.$queryRaw<{ kept_until: Date; commitments: bigint; vault: bigint }[]>`
      SELECT kept_until, count(*) FILTER (WHERE custody = 'commitment') AS commitments, count(*) FILTER (WHERE custody = 'vault') AS vault
      FROM authorisation WHERE tenant_id = ${tenantId} AND kept_until > ${from} AND kept_until <= ${to} GROUP BY 1 ORDER BY 1`;
    const open = await tx.authorisation.count({ where: { tenantId, keptUntil: null } });
    // Its first instant of not being kept is the end of its last day.
    return { days: rows.map(({ kept_until, commitments, vault }) => ({ day: shanghaiDay(new Date(kept_until.getTime() - 1)), commitments: Number(commitments), vault: Number(vault) })), open };
  }

  /** Writes down what is to be told today, and answers it by day; nothing when it was told already. One node at a time, for a tenant. */
  async remind(tx: Tx, tenantId: Id<'ten'>, today: Day, now: Date): Promise<KeepingEnd[]> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`keeping ${tenantId}`}, 0))`;
    const marks = [...REMINDER_MARKS];
    const rows = await tx.$queryRaw<{ day: Day; count: number; days_left: number }[]>`
      WITH ends AS (
        SELECT (a.kept_until AT TIME ZONE 'Asia/Shanghai')::date - 1 AS last_day, count(*)::int AS count FROM authorisation a
        WHERE a.tenant_id = ${tenantId} AND a.custody = 'commitment' AND a.kept_until > (${today}::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND a.kept_until <= (${today}::date + ${Math.max(...marks)}::int + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' GROUP BY a.kept_until)
      INSERT INTO keeping_reminder (tenant_id, last_day, mark, count, told_on, told_at)
      SELECT ${tenantId}, last_day, keeping_mark(last_day, ${today}::date, ${marks}::int[]), count, ${today}::date, ${now}::timestamptz FROM ends
      WHERE NOT EXISTS (SELECT FROM keeping_reminder r WHERE r.tenant_id = ${tenantId} AND r.told_on = ${today}::date)
      ON CONFLICT DO NOTHING RETURNING last_day::text AS day, count, last_day - told_on AS days_left`;
    return rows.map(({ day, count, days_left: daysLeft }) => ({ day, count, daysLeft })).sort((one, other) => one.daysLeft - other.daysLeft);
  }

  /** What was told last, newest first. */
  async told(tx: Tx, tenantId: Id<'ten'>, size: number): Promise<{ day: Day; count: number; toldAt: Date }[]> {
    const rows = await tx.keepingReminder.findMany({ where: { tenantId }, orderBy: [{ toldOn: 'desc' }, { lastDay: 'asc' }], take: size });
    return rows.map(({ lastDay, count, toldAt }) => ({ day: dayOfDate(lastDay), count, toldAt }));
  }
}
