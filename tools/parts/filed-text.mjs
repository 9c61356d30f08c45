import crypto from 'node:crypto';

/** States that come before. */
const BEFORE = { draft: [], submitted: ['submitted'], accepted: ['submitted', 'accepted'], superseded: ['submitted', 'accepted', 'superseded'], withdrawn: ['submitted', 'accepted', 'withdrawn'], refused: ['submitted', 'refused'] };

/** Puts a version of a filing into the store by the laws of the store, as its owner: it goes through every state that comes before. */
export const fileText = async (owner, { tenantId, filingId, versionId, number = 1, state = 'accepted', categories = ['name', 'phone'], purpose = 'delivery', effectiveOn = null, endsOn = null, keepsDays = null }) => {
  const text = '我同意';
  await owner.query(`INSERT INTO filing (id, tenant_id, name, created_at, created_by) VALUES ($1, $2, 'terms', clock_timestamp(), 'per_writes') ON CONFLICT DO NOTHING`, [filingId, tenantId]);
  await owner.query(
    `INSERT INTO filing_version (id, tenant_id, filing_id, number, text, text_sha256, language, effective_on, ends_on, media, categories, purpose, method, retention_days, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, 'zh-Hans', $7, $8, '{web_operation}', $9::text[]::"PersonalCategory"[], $10, 'recognition', $11, clock_timestamp(), 'per_writes')`,
    [versionId, tenantId, filingId, number, text, crypto.createHash('sha256').update(text).digest('hex'), effectiveOn, endsOn, categories, purpose, keepsDays],
  );
  for (const next of BEFORE[state]) await moveText(owner, versionId, next);
};

/** Moves it on by one state. */
export const moveText = async (owner, versionId, state) => {
  const also = {
    submitted: `, submitted_at = clock_timestamp(), submitted_by = 'per_writes'`,
    accepted: `, reviewed_at = clock_timestamp(), reviewed_by = 'per_reviews', accepted_at = clock_timestamp()`,
    refused: `, reviewed_at = clock_timestamp(), reviewed_by = 'per_reviews'`,
    superseded: ', ended_at = clock_timestamp()',
    withdrawn: ', ended_at = clock_timestamp()',
  };
  await owner.query(`UPDATE filing_version SET state = $2::"FilingState" ${also[state] ?? ''} WHERE id = $1`, [versionId, state]);
};
