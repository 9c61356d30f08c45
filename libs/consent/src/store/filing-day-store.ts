import type { FilingExport } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import type { FilingDay } from '../model/filing-day.js';
import { jsonLine, list, number, quoted } from './json-line.js';

/** What is looked for: the versions of one filing, each with the moment its text ceases to be used, on a day. */
export interface DayScope extends Pick<FilingDay, 'from' | 'until'> {
  tenantId: Id<'ten'>;
  filingId: Id<'flg'>;
  versions: { id: Id<'flv'>; endsAt: Date | null }[];
}

/** Lines of a list, and the place behind the last of them. */
export interface Lines<Place> {
  text: string;
  count: number;
  next: Place | undefined;
}

const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Recorded and given by the end of the day, and standing at some moment of it. `v` is the version with the end of its text. */
const GRANTED = 'a.created_at < $5 AND a.given_at < $5';
const ENDS = 'LEAST(a.withdrawn_at, a.expires_at, v.ends_at)';
const IS_LISTED = `(${ENDS} IS NULL OR ${ENDS} > $4)`;
const DAY_CALLS = 'FROM ledger_entry l WHERE l.tenant_id = $1 AND l.filing_version_id = ANY($2) AND l.at >= $3 AND l.at < $4';

const AUTHORISATION_LINE = jsonLine({
  id: quoted('a.id'),
  version: quoted('a.version_id'),
  categories: list('a.categories'),
  media: list('a.media'),
  given_at: quoted(utc('a.given_at')),
  recorded_at: quoted(utc('a.created_at')),
  expires_at: quoted(utc('a.expires_at')),
  withdrawn_at: quoted(utc('a.withdrawn_at')),
  last_relied_at: quoted(utc('a.last_relied_at')),
  custody: quoted('a.custody'),
  commitment: quoted("encode(a.commitment, 'hex')"),
  kept_until: quoted(utc('a.kept_until')),
});
const CALL_LINE = jsonLine({
  id: quoted('c.id'),
  at: quoted('quota_instant(c.at)'),
  recognition: quoted('c.recognition_id'),
  version: quoted('c.filing_version_id'),
  authorization: quoted('c.authorisation_id'),
  outcome: quoted('c.outcome'),
  code: quoted('c.code'),
  pages: number('c.pages'),
  declared: list('c.declared_categories'),
  detected: list('r.detected_categories'),
  erased: `CASE WHEN t.object_id IS NULL THEN 'null' ELSE ${jsonLine({ at: quoted(utc('t.at')), deletion: quoted('t.deletion_id') })} END`,
});

interface LineRow {
  id: string;
  line: string;
}

const linesOf = <Place>(rows: readonly LineRow[], size: number, placeOf: (last: LineRow) => Place): Lines<Place> => ({
  text: rows.map(({ line }) => `${line}\n`).join(''),
  count: rows.length,
  next: rows.length < size ? undefined : placeOf(rows.at(-1)!),
});

/** Everything about a filing on a day, as the store has it. A tenant's transaction. */
export class FilingDayStore {
  async authorisations(run: Run, { tenantId, versions, from, until }: DayScope): Promise<FilingExport['authorizations']> {
    const [row] = await run<Omit<FilingExport['authorizations'], 'kept_until'> & { kept_until: Date | null }>({
      name: 'filing_day_authorisations',
      // One version after another: it takes half of what it takes to join them.
      text: `SELECT COALESCE(sum(standing), 0)::int AS standing, COALESCE(sum(listed), 0)::int AS listed, COALESCE(sum(recorded), 0)::int AS recorded, COALESCE(sum(withdrawn), 0)::int AS withdrawn, COALESCE(sum(in_vault), 0)::int AS in_vault,
                    COALESCE(sum(kept_without_end), 0)::int AS kept_without_end, max(kept_until) AS kept_until
             FROM unnest($2::text[], $3::timestamptz[]) AS v (id, ends_at) CROSS JOIN LATERAL (
               SELECT count(*) FILTER (WHERE ${ENDS} IS NULL OR ${ENDS} >= $5) AS standing, count(*) FILTER (WHERE ${IS_LISTED}) AS listed, count(*) FILTER (WHERE a.created_at >= $4) AS recorded,
                      count(*) FILTER (WHERE a.withdrawn_at >= $4 AND a.withdrawn_at < $5) AS withdrawn, count(*) FILTER (WHERE ${IS_LISTED} AND a.custody = 'vault') AS in_vault,
                      count(*) FILTER (WHERE ${IS_LISTED} AND a.kept_until IS NULL) AS kept_without_end, max(a.kept_until) FILTER (WHERE ${IS_LISTED}) AS kept_until
               FROM authorisation a WHERE a.tenant_id = $1 AND a.version_id = v.id AND ${GRANTED}) AS counted`,
      values: [tenantId, versions.map(({ id }) => id), versions.map(({ endsAt }) => endsAt), from, until],
    });
    return { ...row!, kept_until: row!.kept_until?.toISOString() ?? null };
  }

  /** Those listed under one version, in the order of their ids. */
  async authorisationLines(run: Run, { tenantId, from, until }: DayScope, { id, endsAt }: DayScope['versions'][number], after: string, size: number): Promise<Lines<string>> {
    const rows = await run<LineRow>({
      name: 'filing_day_authorisation_lines',
      text: `SELECT a.id, ${AUTHORISATION_LINE} AS line
             FROM (SELECT $3::timestamptz AS ends_at) v JOIN authorisation a ON a.tenant_id = $1 AND a.version_id = $2 AND ${GRANTED} WHERE ${IS_LISTED} AND a.id > $6 ORDER BY a.id LIMIT $7`,
      values: [tenantId, id, endsAt, from, until, after, size],
    });
    return linesOf(rows, size, (last) => last.id);
  }

  /** Ids of what was withdrawn on the day. */
  async withdrawn(run: Run, { tenantId, versions, from, until }: DayScope): Promise<string[]> {
    const rows = await run<{ id: string }>({ name: 'filing_day_withdrawn', text: 'SELECT id FROM authorisation WHERE tenant_id = $1 AND version_id = ANY($2) AND withdrawn_at >= $3 AND withdrawn_at < $4 ORDER BY id', values: [tenantId, versions.map(({ id }) => id), from, until] });
    return rows.map(({ id }) => id);
  }

  async calls(run: Run, { tenantId, versions, from, until }: DayScope): Promise<FilingExport['calls']> {
    const [row] = await run<FilingExport['calls']>({
      name: 'filing_day_calls',
      text: `WITH found AS (SELECT DISTINCT recognition_id FROM personal_finding WHERE tenant_id = $1 AND filing_version_id = ANY($2) AND at >= $3)
             SELECT count(*)::int AS total, count(*) FILTER (WHERE outcome = 'accepted')::int AS accepted, count(*) FILTER (WHERE outcome = 'refused')::int AS refused, count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
                    COALESCE(sum(pages), 0)::int AS pages, count(*) FILTER (WHERE recognition_id IN (SELECT recognition_id FROM found))::int AS undeclared ${DAY_CALLS}`,
      values: [tenantId, versions.map(({ id }) => id), from, until],
    });
    return row!;
  }

  /** Calls of the day in the order of their times, with what was detected, or when it was erased. */
  async callLines(run: Run, { tenantId, versions, from, until }: DayScope, after: { at: string; id: string }, size: number): Promise<Lines<{ at: string; id: string }>> {
    const rows = await run<LineRow & { at: string }>({
      name: 'filing_day_call_lines',
      text: `SELECT c.id, quota_instant(c.at) AS at, ${CALL_LINE} AS line
             FROM (SELECT l.* ${DAY_CALLS} AND (l.at, l.id) > ($5::timestamptz, $6) ORDER BY l.at, l.id LIMIT $7) c
             LEFT JOIN recognition r ON r.tenant_id = $1 AND r.id = c.recognition_id
             LEFT JOIN tombstone t ON t.tenant_id = $1 AND t.object_id = c.recognition_id AND t.record_class = 'recognition' ORDER BY c.at, c.id`,
      values: [tenantId, versions.map(({ id }) => id), from, until, after.at, after.id, size],
    });
    return linesOf(rows, size, (last) => ({ at: (last as (typeof rows)[number]).at, id: last.id }));
  }

  /** What was found undeclared in the calls of the day, as ids go. It says how much of what kind and nothing of what it was. */
  async findingLines(run: Run, { tenantId, versions, from, until }: DayScope, after: string, size: number): Promise<Lines<string>> {
    const rows = await run<LineRow>({
      name: 'filing_day_finding_lines',
      text: `SELECT f.id, json_build_object('id', f.id, 'at', ${utc('f.at')}, 'recognition', f.recognition_id, 'version', f.filing_version_id, 'category', f.category, 'kinds', f.kinds, 'pages', f.pages, 'count', f.count, 'result', f.result, 'state', f.state,
                    'settled_at', ${utc('f.settled_at')}, 'reference', f.reference)::text AS line
             FROM personal_finding f WHERE f.tenant_id = $1 AND f.filing_version_id = ANY($2) AND f.at >= $3 AND f.at < $4 AND f.id > $5 ORDER BY f.id LIMIT $6`,
      values: [tenantId, versions.map(({ id }) => id), from, until, after, size],
    });
    return linesOf(rows, size, (last) => last.id);
  }

  /** Samples in which something of the filing was drawn, and those that asked for it by name. */
  async inspections(run: Run, { tenantId, filingId, versions, until }: DayScope): Promise<FilingExport['inspections']> {
    const rows = await run<Omit<FilingExport['inspections'][number], 'announced_at' | 'due_at' | 'closed_at'> & { announced_at: Date; due_at: Date | null; closed_at: Date | null }>({
      name: 'filing_day_inspections',
      text: `SELECT i.id, i.state::text AS state, i.announced_at, i.due_at, i.closed_at, d.drawn, i.verdict::text AS verdict, i.verdict_reason AS reason
             FROM inspection i CROSS JOIN LATERAL (SELECT count(*)::int AS drawn FROM inspection_item m WHERE m.tenant_id = i.tenant_id AND m.inspection_id = i.id AND m.version_id = ANY($3)) d
             WHERE i.tenant_id = $1 AND i.announced_at < $4 AND (i.filing_id = $2 OR d.drawn > 0) ORDER BY i.id`,
      values: [tenantId, filingId, versions.map(({ id }) => id), until],
    });
    return rows.map(({ announced_at, due_at, closed_at, ...row }) => ({ ...row, announced_at: announced_at.toISOString(), due_at: due_at?.toISOString() ?? null, closed_at: closed_at?.toISOString() ?? null }));
  }

  /** Holds that stood on the day: over everything, over the filing or a version, over an authorisation or its person, or over a recognition of the day. */
  async holds(run: Run, { tenantId, filingId, versions, from, until }: DayScope): Promise<FilingExport['holds']> {
    const rows = await run<Omit<FilingExport['holds'][number], 'placed_at' | 'lifted_at'> & { placed_at: Date; lifted_at: Date | null }>({
      name: 'filing_day_holds',
      text: `SELECT h.id, h.scope::text AS scope, h.reference, h.placed_at, h.lifted_at FROM legal_hold h
             WHERE h.tenant_id = $1 AND h.placed_at < $4 AND (h.lifted_at IS NULL OR h.lifted_at > $3) AND (h.scope = 'tenant'
               OR EXISTS (SELECT FROM legal_hold_item i WHERE i.tenant_id = h.tenant_id AND i.hold_id = h.id AND (i.object_id = $5 OR i.object_id = ANY($2)
                 OR EXISTS (SELECT FROM authorisation a WHERE a.tenant_id = $1 AND a.id = i.object_id AND a.version_id = ANY($2)) OR EXISTS (SELECT FROM recognition r WHERE r.tenant_id = $1 AND r.id = i.object_id AND r.filing_version_id = ANY($2) AND r.created_at >= $3 AND r.created_at < $4)))
               OR EXISTS (SELECT FROM authorisation a WHERE a.tenant_id = $1 AND a.subject_hash = h.subject_hash AND a.version_id = ANY($2))) ORDER BY h.id`,
      values: [tenantId, versions.map(({ id }) => id), from, until, filingId],
    });
    return rows.map(({ placed_at, lifted_at, ...row }) => ({ ...row, placed_at: placed_at.toISOString(), lifted_at: lifted_at?.toISOString() ?? null }));
  }

  /** What was erased since of the calls of the day and of the authorisations they relied on, by the deletion it went in. */
  erased(run: Run, { tenantId, versions, from, until }: DayScope): Promise<FilingExport['erased']> {
    return run<FilingExport['erased'][number]>({
      name: 'filing_day_erased',
      text: `WITH things AS (SELECT l.recognition_id AS id ${DAY_CALLS} UNION SELECT l.authorisation_id ${DAY_CALLS}),
                  gone AS (SELECT t.deletion_id, t.record_class, count(*)::int AS count FROM things JOIN tombstone t ON t.tenant_id = $1 AND t.object_id = things.id GROUP BY 1, 2)
             SELECT g.deletion_id AS deletion, c.id AS certificate, json_agg(json_build_object('record_class', g.record_class, 'count', g.count) ORDER BY g.record_class) AS by_class
             FROM gone g LEFT JOIN deletion_certificate c ON c.tenant_id = $1 AND c.deletion_id = g.deletion_id GROUP BY 1, 2 ORDER BY 1`,
      values: [tenantId, versions.map(({ id }) => id), from, until],
    });
  }
}
