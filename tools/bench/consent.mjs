// How fast commitments are recorded, and what the gate adds to a call, beside a million authorisations and a million calls.
import crypto from 'node:crypto';
import { Trail } from '@inkproof/audit';
import { AuthorisationStore, GateStore, PassGate, RecordAuthorisations } from '@inkproof/consent';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import pg from 'pg';
import { fileText } from '../parts/filed-text.mjs';
import { openDatabaseStand } from './database-stand.mjs';
import { ms, quantile, report } from './figures.mjs';

const AUTHORISATIONS = 1_000_000;
const CALLS = 1_000_000;
const A_CALL = 10_000;
const ASKED = 3_000;
const AT_LEAST_PER_SECOND = 20_000;
const AT_MOST_MS = 2;

const stand = await openDatabaseStand(4);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();
const [ids, clock] = [new SortableIds(), new SystemClock()];
const [tenant, filing, version] = [ids.next('ten'), ids.next('flg'), ids.next('flv')];
await database.asProvider((tx) => tx.tenant.create({ data: { id: tenant, name: 'bench', createdAt: clock.now() } }));
await fileText(owner, { tenantId: tenant, filingId: filing, versionId: version });

const recording = new RecordAuthorisations(database, new AuthorisationStore(), new Trail(), ids, clock, crypto.randomBytes(32).toString('hex'));
const by = { kind: 'key', id: 'key_bench', requestId: 'req_bench' };
const lineOf = (subject) => ({ subject, media: ['web_operation'], categories: [], given_at: '2026-11-01T00:00:00Z', expires_at: null, commitment: crypto.randomBytes(32).toString('hex') });
const [some, rates] = [[], []];
for (let done = 0; done < AUTHORISATIONS; done += A_CALL) {
  const items = Array.from({ length: A_CALL }, (_, at) => lineOf(`subject ${done + at}`));
  const startedMs = performance.now();
  const made = await recording.many(tenant, { filing, items }, by);
  rates.push(A_CALL / ((performance.now() - startedMs) / 1_000));
  some.push(...made.slice(0, 30));
}
const typical = quantile(rates, 0.5);
report(`commitments recorded, ${A_CALL.toLocaleString('en')} a call, median call`, `${Math.round(typical).toLocaleString('en')}/s`, typical >= AT_LEAST_PER_SECOND, `≥ ${AT_LEAST_PER_SECOND.toLocaleString('en')}/s`);
report('the same, slowest call', `${Math.round(quantile(rates, 0)).toLocaleString('en')}/s`);

await owner.query(
  `INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, filing_version_id, declared_categories, detected_categories)
   SELECT 'rec_' || n, $1, clock_timestamp() - n * interval '20 seconds', 'api', '{en}', 1, 10, 100, $2, '{name}', '{name}' FROM generate_series(1, $3::int) n`,
  [tenant, version, CALLS],
);
await owner.query('ANALYZE');

const gate = new PassGate(new GateStore(database));
const ask = async (declared) => {
  const startedMs = performance.now();
  await gate.for(tenant, declared);
  return performance.now() - startedMs;
};
const anyOne = () => some[crypto.randomInt(some.length)];
for (let warm = 0; warm < 200; warm++) await ask({ filing, authorization: anyOne() });
const [none, text, word] = [[], [], []];
// By turns, so that whatever else the machine does meets all alike.
for (let asked = 0; asked < ASKED; asked++) {
  none.push(await ask('none'));
  text.push(await ask({ filing }));
  word.push(await ask({ filing, authorization: anyOne() }));
}
report('the gate adds to a call that declares none, p50', ms(quantile(none, 0.5)));
report('the gate adds to a call with a filing, p50', ms(quantile(text, 0.5)), quantile(text, 0.5) <= AT_MOST_MS, `≤ ${AT_MOST_MS} ms`);
report('the gate adds to a call with an authorisation, p50', ms(quantile(word, 0.5)), quantile(word, 0.5) <= AT_MOST_MS, `≤ ${AT_MOST_MS} ms`);
report('the same, p99', ms(quantile(word, 0.99)));

await owner.end();
await stand.close();
process.exit(typical >= AT_LEAST_PER_SECOND && quantile(word, 0.5) <= AT_MOST_MS && quantile(text, 0.5) <= AT_MOST_MS ? 0 : 1);
