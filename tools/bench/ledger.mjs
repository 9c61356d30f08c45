// A ledger of many tenants, loaded as it would have been written: how long the usage page and the list of tenants take to
// add it up, what folding costs, and that what is folded is what stands there.
import { SortableIds, StillClock, SystemClock } from '@inkproof/kernel';
import { LedgerStore, SumUsage, TenantStore, UsageStore } from '@inkproof/quota';
import pg from 'pg';
import { openDatabaseStand } from './database-stand.mjs';
import { ms, quantile, report } from './figures.mjs';

const TENANTS = 1_000;
/** Of most tenants, and of the first, which is as large as all are to become. */
const [ROWS_EACH, ROWS_OF_FIRST] = [1_000, 100_000];
const DAYS = 30;
const TIMES = 30;

const stand = await openDatabaseStand(8);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();

const loadedMs = performance.now();
await owner.query(
  `INSERT INTO tenant (id, name, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'bench ' || n, clock_timestamp() FROM generate_series(1, $1::int) n`,
  [TENANTS],
);
await owner.query(`INSERT INTO quota SELECT q.* FROM tenant t, jsonb_populate_record(NULL::quota, jsonb_build_object('tenant_id', t.id, 'requests_per_second', 20, 'capacity', 20, 'accepted', 0)) q`);
const entries = (who, rows) =>
  owner.query(
    `INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, code, reason, page_reasons, recognition_id, pages, billed_pages, duration_ms)
     SELECT 'use_' || lpad(t.n::text, 8, '0') || lpad(r::text, 18, '0'), 'ten_' || lpad(t.n::text, 26, '0'), clock_timestamp() - random() * make_interval(days => $3::int), 'req_' || r, 'key_' || (r % 5), 'api', 'live',
            CASE r % 10 WHEN 0 THEN 'jobs' ELSE 'recognitions' END, (CASE r % 25 WHEN 0 THEN 'refused' WHEN 1 THEN 'failed' ELSE 'accepted' END)::"Outcome",
            CASE r % 25 WHEN 0 THEN 'rate.exceeded' WHEN 1 THEN 'server.fault' END, CASE r % 25 WHEN 0 THEN 'refused_rate' WHEN 1 THEN 'fault_of_ours' WHEN 2 THEN 'no_text' ELSE 'read' END, '{}', NULL,
            CASE WHEN r % 25 < 2 THEN 0 ELSE 1 END, CASE WHEN r % 25 < 3 THEN 0 ELSE 1 END, (exp(random() * 4 + 4))::int
     FROM generate_series($1::int, $2::int) AS t (n), generate_series(1, $4::int) AS r`,
    [...who, DAYS, rows],
  );
await entries([1, 1], ROWS_OF_FIRST);
for (let from = 2; from <= TENANTS; from += 100) await entries([from, Math.min(TENANTS, from + 99)], ROWS_EACH);
const rows = ROWS_OF_FIRST + (TENANTS - 1) * ROWS_EACH;
report('loaded', `${rows.toLocaleString('en')} rows of ${TENANTS.toLocaleString('en')} tenants in ${((performance.now() - loadedMs) / 1_000).toFixed(0)} s`);

await owner.query('ANALYZE');

const ledger = new LedgerStore(database, new SortableIds());
const foldedMs = performance.now();
while ((await ledger.fold()) > 0);
report('folding', `${Math.round(rows / ((performance.now() - foldedMs) / 1_000)).toLocaleString('en')} rows/s`);
await owner.query('VACUUM ANALYZE');

const usage = new SumUsage(new UsageStore(database), new SystemClock());
const tenants = new TenantStore();
const first = `ten_${'1'.padStart(26, '0')}`;
const time = async (work) => {
  const took = [];
  for (let i = 0; i < TIMES; i++) {
    const startedMs = performance.now();
    await work(i);
    took.push(performance.now() - startedMs);
  }
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
};
const tell = async (what, work) => {
  const { p50, p99 } = await time(work);
  report(what, `p50 ${ms(p50)}, p99 ${ms(p99)}`, p99 <= 200, '≤ 200 ms');
};
await tell(`usage by day and key, ${DAYS} days, ${ROWS_OF_FIRST.toLocaleString('en')} rows`, () => usage.for(first, { by: 'key' }));
await tell('usage by day and reason, a year', () => usage.for(first, { by: 'reason', from: new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10) }));
await tell('the list of tenants, a page of 20', () => database.asProvider((tx) => tenants.list(tx, { size: 21 })));
await tell('the list of tenants, a page of 100', () => database.asProvider((tx) => tenants.list(tx, { size: 101 })));

// The same while what was called in the last seconds is not folded yet.
const entry = { at: new Date().toISOString(), requestId: 'req_1', keyId: 'key_1', channel: 'api', environment: 'live', route: 'recognitions', outcome: 'accepted', code: null, recognitionId: null, pages: 1, billedPages: 1, pageReasons: { read: 1 }, durationMs: 200 };
for (let i = 0; i < 2_000; i++) await ledger.add(first, entry);
await tell('usage by day and key with 2,000 rows that are not folded', () => usage.for(first, { by: 'key' }));

const { rows: [truth] } = await owner.query(
  `SELECT count(*)::int AS calls, sum(billed_pages)::int AS billed FROM ledger_entry WHERE tenant_id = $1 AND at >= ((clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date - 29)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
  [first],
);
const { total } = await new SumUsage(new UsageStore(database), new StillClock(new Date().toISOString())).for(first, {});
const isSame = total.accepted + total.refused + total.failed === truth.calls && total.billed_pages === truth.billed;
report('the sums are those of the rows', `${truth.calls.toLocaleString('en')} calls, ${truth.billed.toLocaleString('en')} pages billed`, isSame, 'exact');

await owner.end();
await stand.close();
