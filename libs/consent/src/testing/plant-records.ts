import { randomBytes } from 'node:crypto';
import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { fileText, moveText } from '@inkproof/spec-database';
import type { ErasingBench } from './erasing-bench.js';

/** A tenant, and somebody of theirs. */
export interface Planting {
  tenantId: Id<'ten'>;
  by: Actor;
}

/** Filings, inspections and requests with everything that goes with them, over or not, as of the clock of the bench. */
export const planting = (bench: ErasingBench) => {
  const { owner, ids, clock, objects, database } = bench;

  const object = async (tenantId: string, recordClass: string): Promise<string> => {
    const id = ids.next('obj');
    await objects.put(tenantId, { id, class: recordClass, bytes: randomBytes(40), expiresAt: null });
    return id;
  };

  const version = async ({ tenantId }: Planting, { isOver = true, state = 'superseded' as 'superseded' | 'withdrawn' | 'refused', filingId = ids.next('flg') as string, number = 1 } = {}): Promise<string> => {
    const id = ids.next('flv');
    await fileText(owner, { tenantId, filingId, versionId: id, number, state: 'draft' });
    await owner.query(`INSERT INTO filing_file (id, tenant_id, version_id, kind, name, media_type, bytes, sha256, object_id, added_at, added_by) VALUES ($1, $2, $3, 'source', 'x', 'text/plain', 1, 'x', $4, $5, 'per_x')`, [ids.next('fil'), tenantId, id, await object(tenantId, 'filing'), clock.now()]);
    await owner.query(`INSERT INTO filing_span (version_id, tenant_id, clause, begins, ends) VALUES ($1, $2, 'a', 0, 1)`, [id, tenantId]);
    for (const to of ['submitted', ...(state === 'refused' ? [] : ['accepted']), ...(isOver ? [state] : [])]) await moveText(owner, id, to);
    await owner.query(`INSERT INTO filing_event (id, tenant_id, version_id, at, by, by_provider, kind) VALUES ($1, $2, $3, $4, 'per_x', false, 'submitted')`, [ids.next('fev'), tenantId, id, clock.now()]);
    // Over now, by the clock of the bench.
    await owner.query(`UPDATE filing_version SET ended_at = CASE WHEN ended_at IS NOT NULL THEN $2::timestamptz END, reviewed_at = CASE WHEN reviewed_at IS NOT NULL THEN $2::timestamptz END WHERE id = $1`, [id, clock.now()]);
    return id;
  };

  const inspection = async ({ tenantId }: Planting, { isOver = true, authorisation = ids.next('aut') as string, versionId = ids.next('flv') as string } = {}): Promise<string> => {
    const [id, item, at] = [ids.next('isp'), ids.next('isi'), clock.now()];
    await owner.query(`INSERT INTO inspection (id, tenant_id, size, answer_days, reason, announced_at, announced_by, seed_sha256, seed_sealed) VALUES ($1, $2, 1, 10, 'x', $3, 'per_x', sha256('x'), 'x')`, [id, tenantId, at]);
    await owner.query(`UPDATE inspection SET state = 'drawn', seed = 'x', seed_sealed = NULL, drawn_at = $2, drawn_by = 'per_x', due_at = $2, population = 1, population_sha256 = 'x' WHERE id = $1`, [id, at]);
    await owner.query(`INSERT INTO inspection_item (id, tenant_id, inspection_id, place, authorisation_id, version_id, custody, given_at, posted_at) VALUES ($1, $2, $3, 1, $4, $5, 'commitment', $6, $6)`, [item, tenantId, id, authorisation, versionId, at]);
    await owner.query(`INSERT INTO inspection_file (id, tenant_id, item_id, kind, name, media_type, bytes, sha256, object_id, added_at, added_by) VALUES ($1, $2, $3, 'original', 'x', 'text/plain', 1, 'x', $4, $5, 'per_x')`, [ids.next('isf'), tenantId, item, await object(tenantId, 'inspection'), at]);
    await owner.query(`INSERT INTO inspection_event (id, tenant_id, inspection_id, at, kind, by_provider) VALUES ($1, $2, $3, $4, 'drawn', true)`, [ids.next('ise'), tenantId, id, at]);
    await owner.query(`UPDATE inspection_item SET answered_at = $2, answered_by = 'per_x', verdict = 'nothing_found', judged_at = $2, judged_by = 'per_x' WHERE id = $1`, [item, at]);
    if (isOver) await owner.query(`UPDATE inspection SET state = 'closed', closed_at = $2, closed_by = 'per_x', verdict = 'nothing_found' WHERE id = $1`, [id, at]);
    return id;
  };

  const request = async ({ tenantId, by }: Planting, { isOver = true, subject = undefined as string | undefined } = {}): Promise<string> => {
    const laid = await bench.take.lay(tenantId, { kind: 'access', relation: 'self', language: 'en', words: 'what do you know of me', subject });
    const id = await database.asTenant(tenantId, (tx) => bench.take.in(tx, tenantId, laid, { source: 'tenant', by }));
    await bench.identify.of(tenantId, id, { method: 'known_contact', subject }, by);
    await bench.begin.for(tenantId, id, by);
    if (isOver) await bench.answer.with(tenantId, id, { outcome: 'withdrawn' }, by);
    return id;
  };

  const recognition = async ({ tenantId }: Planting, versionId: string): Promise<Id<'rec'>> => {
    const id = ids.next('rec');
    await owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id) VALUES ($1, $2, $3, 'api', '{en}', 1, 1, 1, $4)`, [id, tenantId, clock.now(), versionId]);
    return id;
  };

  return { version, inspection, request, recognition };
};
