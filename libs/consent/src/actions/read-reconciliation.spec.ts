import type { Id } from '@inkproof/kernel';
import { fileText, moveText } from '@inkproof/spec-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reconciliationCsv } from '../model/reconcile.js';
import { ReconciliationStore } from '../store/reconciliation-store.js';
import { openErasingBench, type ErasingBench } from '../testing/erasing-bench.js';
import { ReadReconciliation } from './read-reconciliation.js';

let bench: ErasingBench;
let read: ReadReconciliation;
let tenantId: Id<'ten'>;
beforeAll(async () => {
  bench = await openErasingBench();
  read = new ReadReconciliation(bench.database, new ReconciliationStore(), bench.clock);
});
afterAll(() => bench.close());
beforeEach(async () => {
  ({ tenantId } = await bench.tenant());
});

const recognised = async (at: string, versionId: string | null, declared: string[], detected: string[], state = 'open'): Promise<void> => {
  const id = bench.ids.next('rec');
  await bench.owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, declared_categories, detected_categories) VALUES ($1, $2, $3, 'api', '{en}', 1, 1, 1, $4, $5::text[]::"PersonalCategory"[], $6::text[]::"PersonalCategory"[])`, [id, tenantId, at, versionId, declared, detected]);
  for (const category of detected.filter((one) => !declared.includes(one)))
    await bench.owner.query(
      `INSERT INTO personal_finding (id, tenant_id, at, recognition_id, filing_version_id, category, kinds, pages, count, result, state, settled_at, settled_by, reason) VALUES ($1, $2, $3, $4, $5, $6::"PersonalCategory", '{}', '{1}', 1, 'returned', $7::"FindingState", CASE WHEN $7 <> 'open' THEN now() END, CASE WHEN $7 <> 'open' THEN 'per_x' END, CASE WHEN $7 <> 'open' THEN 'x' END)`,
      [bench.ids.next('fnd'), tenantId, at, id, versionId, category, state],
    );
};

it('lays what was declared beside what was found, by filing over its versions, in the month of Shanghai', async () => {
  const { filing, versionId: first } = await bench.text(tenantId);
  await recognised('2026-10-31T15:59:59.999Z', first, ['name'], ['name', 'phone']);
  await recognised('2026-10-31T16:00:00Z', first, ['name', 'phone'], ['name']);
  await recognised('2026-11-10T00:00:00Z', first, ['name'], ['name', 'phone'], 'dismissed');
  await moveText(bench.owner, first, 'superseded');
  const second = bench.ids.next('flv');
  await fileText(bench.owner, { tenantId, filingId: filing, versionId: second, number: 2 });
  await recognised('2026-11-30T15:59:59.999Z', second, ['name'], ['identity_number', 'phone']);
  await recognised('2026-11-30T16:00:00Z', second, ['name'], ['bank_account']);
  await recognised('2026-11-12T00:00:00Z', null, [], ['identity_number']);
  await recognised('2026-11-12T00:00:00Z', null, [], []);
  const report = await read.own(tenantId, '2026-11');
  expect(report.items).toEqual([
    {
      filing: { id: filing, name: 'terms' },
      versions: [1, 2],
      recognitions: 3,
      categories: [
        { category: 'phone', declared: 1, detected: 2, undeclared: 2 },
        { category: 'identity_number', declared: 0, detected: 1, undeclared: 1 },
        { category: 'name', declared: 3, detected: 2, undeclared: 0 },
      ],
      findings: { open: 2, dismissed: 1, linked: 0 },
    },
    { filing: null, versions: [], recognitions: 1, categories: [{ category: 'identity_number', declared: 0, detected: 1, undeclared: 1 }], findings: { open: 1, dismissed: 0, linked: 0 } },
  ]);
  // The clock stands in that month.
  expect(await read.ofTenant(tenantId)).toEqual(report);
  expect(reconciliationCsv(report).split('\r\n').slice(1)).toEqual([`2026-11,${filing},terms,1 2,3,phone,1,2,2,2,1,0`, `2026-11,${filing},terms,1 2,3,identity_number,0,1,1,2,1,0`, `2026-11,${filing},terms,1 2,3,name,3,2,0,2,1,0`, '2026-11,,,,1,identity_number,0,1,1,1,0,0', '']);
});

it('shows a tenant nothing of another, and says of one nobody knows that there is none', async () => {
  const { versionId } = await bench.text(tenantId);
  await recognised('2026-11-10T00:00:00Z', versionId, ['name'], ['phone']);
  const other = await bench.tenant();
  expect((await read.own(other.tenantId, '2026-11')).items).toEqual([]);
  await expect(read.ofTenant('ten_nobody', '2026-11')).rejects.toMatchObject({ code: 'tenant.not_found' });
});
