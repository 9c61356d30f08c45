// Reminders of a day and the reconciliation of a month, beside a million authorisations and a million calls in that month.
import crypto from 'node:crypto';
import path from 'node:path';
import { KeepingStore, ReadReconciliation, ReconciliationStore, reconciliationCsv, RemindOfKeeping } from '@inkproof/consent';
import { addDays, dayStart, SortableIds, StillClock } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { Letterboxes, LocalBlobs, MailOutbox, TenantKeys } from '@inkproof/platform';
import pg from 'pg';
import { fileText } from '../parts/filed-text.mjs';
import { openDatabaseStand } from './database-stand.mjs';
import { median, report } from './figures.mjs';

const AUTHORISATIONS = 1_000_000;
const CALLS = 1_000_000;
const FILINGS = 20;
/** Keeping ends on each of so many days ahead. */
const DAYS_AHEAD = 181;
/** One call in so many holds what it had not declared. */
const UNDECLARED = 100;
const ROUNDS = 5;
const AT_MOST_S = 2;
const MONTH = '2026-11';
const [FIRST, TODAY] = [`${MONTH}-01`, '2026-11-30'];
const NINE_MS = 9 * 3_600_000;

const stand = await openDatabaseStand(4);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();
const ids = new SortableIds();
const clock = new StillClock(new Date(dayStart(TODAY).getTime() + NINE_MS).toISOString());
const [tenantId, person] = [ids.next('ten'), ids.next('per')];
await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'bench', '2026-01-01')`, [tenantId]);
await owner.query(`INSERT INTO person (id, email, name, password_hash, created_at) VALUES ($1, 'privacy@bench.example', 'bench', '', '2026-01-01')`, [person]);
await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'privacy', '2026-01-01')`, [tenantId, person]);
const versions = [];
for (let at = 0; at < FILINGS; at++) {
  const versionId = ids.next('flv');
  await fileText(owner, { tenantId, filingId: ids.next('flg'), versionId });
  versions.push(versionId);
}
await owner.query(
  `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, created_at, expires_at, custody, commitment, kept_until)
   SELECT 'aut_' || substr(encode(sha256(n::text::bytea), 'hex'), 1, 26), $1, ($2::text[])[1 + n % $3], sha256(n::text::bytea), '{name}', '{web_operation}', '2026-01-01', '2026-01-01', '2026-06-01', 'commitment', sha256(n::text::bytea), $4::timestamptz + (1 + n % $5::int) * interval '1 day'
   FROM generate_series(1, $6::int) n`,
  [tenantId, versions, FILINGS, dayStart(TODAY), DAYS_AHEAD, AUTHORISATIONS],
);
await owner.query(
  `INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, declared_categories, detected_categories)
   SELECT 'rec_' || lpad(n::text, 26, '0'), $1, $4::timestamptz + (n - 0.5) / $5::float8 * interval '30 days', 'api', '{en}', 1, 10, 100, ($2::text[])[1 + n % $3], '{name,phone}', CASE WHEN n % $6 = 0 THEN '{name,bank_account}' ELSE '{name,phone}' END::"PersonalCategory"[] FROM generate_series(1, $5::int) n`,
  [tenantId, versions, FILINGS, dayStart(FIRST), CALLS, UNDECLARED],
);
await owner.query(
  `INSERT INTO personal_finding (id, tenant_id, at, recognition_id, filing_version_id, category, kinds, pages, count, result, state)
   SELECT 'fnd_' || substr(id, 5), tenant_id, created_at, id, filing_version_id, 'bank_account', '{}', '{1}', 1, 'returned', 'open' FROM recognition WHERE 'bank_account' = ANY (detected_categories)`,
);
await owner.query('VACUUM ANALYZE');
report('loaded', `${AUTHORISATIONS.toLocaleString('en')} authorisations, ${CALLS.toLocaleString('en')} calls of one month under ${FILINGS} filings`);

const keys = new TenantKeys(database, new LocalBlobs(path.join(stand.folder, 'keys')), crypto.randomBytes(32), ids, clock);
const remind = new RemindOfKeeping(database, new KeepingStore(), new Announce(new DeliveryStore(database), ids, clock), new MailOutbox(ids, clock, new Letterboxes(keys, ids, clock)), clock, 'https://ocr.example');
const seconds = async (work) => {
  const beganMs = performance.now();
  await work();
  return (performance.now() - beganMs) / 1_000;
};

const [telling, again] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  telling.push(await seconds(() => remind.once()));
  again.push(await seconds(() => remind.once()));
  const { rows } = await owner.query('SELECT count(*)::int AS days, sum(count)::int AS told FROM keeping_reminder WHERE told_on = $1', [addDays(TODAY, round)]);
  if (round === 0) report('a round of reminders tells', `${rows[0].told.toLocaleString('en')} authorisations of ${rows[0].days} days, in one mail`);
  if (!rows[0].told) throw new Error('nobody was told');
  clock.advance(86_400_000);
}
const told = Math.max(...telling);
report('the round that tells, slowest', `${told.toFixed(2)} s`, told <= AT_MOST_S, `≤ ${AT_MOST_S} s`);
report('a round that has told already, median', `${(median(again) * 1_000).toFixed(0)} ms`);

const read = new ReadReconciliation(database, new ReconciliationStore(), new StillClock(`${TODAY}T00:00:00Z`));
const [page, csv] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  page.push(await seconds(() => read.own(tenantId, MONTH)));
  csv.push(await seconds(async () => reconciliationCsv(await read.ofTenant(tenantId, MONTH))));
}
const slowest = Math.max(...page, ...csv);
report('the reconciliation of the month, as its page reads it, median', `${median(page).toFixed(2)} s`);
report('the same as CSV, for the provider, median', `${median(csv).toFixed(2)} s`);
report('the slowest of both', `${slowest.toFixed(2)} s`, slowest <= AT_MOST_S, `≤ ${AT_MOST_S} s`);

await owner.end();
await stand.close();
if (told > AT_MOST_S || slowest > AT_MOST_S) process.exitCode = 1;
