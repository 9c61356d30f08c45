// Everything about a filing on a day, beside a million authorisations under it and a million calls that relied on it within thirty days.
import { createHash } from 'node:crypto';
import { EntryStore, ProveEntries, Seals, SealStore, SigningKey, Trail } from '@inkproof/audit';
import { BundleFiling, FilingDayStore, FilingStore, GatherFiling, IssueReceipt, ReadFiling, showFilingExport } from '@inkproof/consent';
import { addDays, dayStart, shanghaiDay, SortableIds, StillClock } from '@inkproof/kernel';
import { CertificateStore, RuleStore } from '@inkproof/retention';
import pg from 'pg';
import { fileText, moveText } from '../parts/filed-text.mjs';
import { openDatabaseStand } from './database-stand.mjs';
import { median, mib, report } from './figures.mjs';

const AUTHORISATIONS = 1_000_000;
const CALLS = 1_000_000;
const CALL_DAYS = 30;
const ROUNDS = 5;
const ZIP_ROUNDS = 3;
const AT_MOST_S = 2;
const PROVIDER = 'bench';

const stand = await openDatabaseStand(4);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();

const ids = new SortableIds();
const [tenantId, filingId, versionId, elsewhere] = [ids.next('ten'), ids.next('flg'), ids.next('flv'), ids.next('flv')];
await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'bench', clock_timestamp())`, [tenantId]);
const { rows: [{ now }] } = await owner.query('SELECT clock_timestamp() AS now');
await fileText(owner, { tenantId, filingId, versionId, state: 'submitted' });
const [entries, seals, trail, store, days] = [new EntryStore(), new SealStore(), new Trail(), new FilingStore(), new FilingDayStore()];
const by = { kind: 'staff', id: 'per_bench', role: 'compliance', requestId: 'req_bench' };
await moveText(owner, versionId, 'accepted');
// The digest is of the text that was put in; only its place in the log is what a receipt needs.
await database.changeAsTenant(tenantId, (run) => trail.append(run, tenantId, { action: 'filing.accepted', by, targets: [versionId], details: { filing: filingId, number: 1, text_sha256: '0'.repeat(64) } }));
await fileText(owner, { tenantId, filingId: ids.next('flg'), versionId: elsewhere });

// The day is over: all of its calls are there.
const day = shanghaiDay(now);
const clock = new StillClock(dayStart(addDays(day, 2)).toISOString());
const from = dayStart(addDays(day, 1 - CALL_DAYS));
await owner.query(
  `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, created_at, withdrawn_at, custody, commitment, last_relied_at)
   SELECT 'aut_' || substr(encode(sha256(n::text::bytea), 'hex'), 1, 26), $1, $2, sha256(n::text::bytea), '{name}', '{web_operation}', $4, $4, CASE WHEN n % 100 = 0 THEN $4::timestamptz + interval '1 second' END, 'commitment', sha256(n::text::bytea), $4 FROM generate_series(1, $3::int) n`,
  [tenantId, versionId, AUTHORISATIONS, dayStart(day)],
);
const spread = `$4::timestamptz + (n - 0.5) / $3::float8 * interval '${CALL_DAYS} days'`;
await owner.query(
  `INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, authorisation_id, declared_categories, detected_categories)
   SELECT 'rec_' || lpad(n::text, 26, '0'), $1, ${spread}, 'api', '{en}', 1, 10, 100, $2, 'aut_' || substr(encode(sha256(n::text::bytea), 'hex'), 1, 26), '{name}', '{name}' FROM generate_series(1, $3::int) n`,
  [tenantId, versionId, CALLS, from],
);
await owner.query(
  `INSERT INTO ledger_entry (id, tenant_id, at, request_id, channel, environment, route, outcome, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms, filing_version_id, authorisation_id, declared_categories)
   SELECT 'use_' || lpad(n::text, 26, '0'), $1, ${spread}, 'req_' || n, 'api', 'live', 'recognitions', 'accepted', 'read', '{}', 'rec_' || lpad(n::text, 26, '0'), 1, 1, 100, $2, 'aut_' || substr(encode(sha256(n::text::bytea), 'hex'), 1, 26), '{name}' FROM generate_series(1, $3::int) n`,
  [tenantId, versionId, CALLS, from],
);
await owner.query('VACUUM ANALYZE');
report('loaded', `${AUTHORISATIONS.toLocaleString('en')} authorisations, ${CALLS.toLocaleString('en')} calls within ${CALL_DAYS} days`);

const sealing = new Seals(database, seals, new SigningKey([Buffer.alloc(32, 7)]));
const read = new ReadFiling(database, store, clock, [PROVIDER]);
const gather = new GatherFiling(database, store, days, read, new RuleStore(), sealing, trail, clock);
const bundle = new BundleFiling(database, days, new IssueReceipt(database, store, entries, sealing, clock, PROVIDER), new CertificateStore(), entries, seals, sealing, new ProveEntries(database, entries, seals));

const ask = async (format) => {
  const gathered = await gather.for({ asking: tenantId, filingId, on: day, format }, { ...by, kind: 'member', role: 'privacy' });
  return { gathered, shown: showFilingExport(gathered, PROVIDER) };
};

const seconds = [];
for (let round = 0; round < ROUNDS; round++) {
  const beganMs = performance.now();
  const { shown } = await ask('json');
  seconds.push((performance.now() - beganMs) / 1_000);
  if (round === 0) report('of that day', `${shown.authorizations.standing.toLocaleString('en')} standing, ${shown.authorizations.withdrawn.toLocaleString('en')} withdrawn, ${shown.calls.total.toLocaleString('en')} calls`);
}
const middle = median(seconds);
report('everything about the filing on the day, median', `${middle.toFixed(2)} s`, middle <= AT_MOST_S, `≤ ${AT_MOST_S} s`);
report('the same, slowest', `${Math.max(...seconds).toFixed(2)} s`);

const [first, whole, sizes] = [[], [], []];
const memory = process.memoryUsage.rss();
let most = 0;
for (let round = 0; round < ZIP_ROUNDS; round++) {
  const beganMs = performance.now();
  const { gathered, shown } = await ask('zip');
  const stream = await bundle.stream(tenantId, gathered, shown);
  const digest = createHash('sha256');
  let bytes = 0;
  await new Promise((resolve, reject) => {
    stream.on('data', (some) => {
      if (bytes === 0) first.push((performance.now() - beganMs) / 1_000);
      bytes += some.length;
      digest.update(some);
      most = Math.max(most, process.memoryUsage.rss());
    });
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  whole.push((performance.now() - beganMs) / 1_000);
  sizes.push(bytes);
}
report('the ZIP begins after, median', `${median(first).toFixed(2)} s`, median(first) <= AT_MOST_S, `≤ ${AT_MOST_S} s`);
report('the ZIP with every line of it, median', `${median(whole).toFixed(1)} s for ${mib(median(sizes))}`);
report('memory it took beside what the process had', mib(most - memory));

await owner.end();
await stand.close();
if (middle > AT_MOST_S || median(first) > AT_MOST_S) process.exitCode = 1;
