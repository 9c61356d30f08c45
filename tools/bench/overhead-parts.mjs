// What key, quota and ledger add to a bare route: the product's own classes on a real PostgreSQL behind HTTP, with a reading
// that is there at once. Both routes by turns, so that both see the same machine.
import http from 'node:http';
import { RecognitionOptions } from '@inkproof/contract';
import { FoundTenant, IssueKey } from '@inkproof/identity';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { createLog, Metrics } from '@inkproof/platform';
import { Admit, HoldLeases, LedgerStore, NoteRefusals, PlanStore, PostgresLimiter } from '@inkproof/quota';
import { RecogniseKey } from '../../libs/identity/dist/actions/recognise-key.js';
import { KeyStore } from '../../libs/identity/dist/store/key-store.js';
import { RecordCall } from '../../libs/recognition/dist/actions/record-call.js';
import { RecognitionStore } from '../../libs/recognition/dist/store/recognition-store.js';
import { median, ms, report } from './figures.mjs';
import { openStand } from './limiter-stand.mjs';

const PAIRS = 400;
const WARM_UP = 100;
const PEPPER = 'p'.repeat(32);
const masterKey = Buffer.alloc(32, 7);
const nothingIsKept = undefined;

const { database, tenantWith, close } = await openStand();
const [ids, clock, log] = [new SortableIds(), new SystemClock(), createLog('silent')];
const keys = new KeyStore(database);
const tenantId = await tenantWith(5_000);
const issue = new IssueKey(database, keys, undefined, ids, clock, PEPPER);
const { secret } = await database.asTenant(tenantId, (tx) => issue.mint(tx, tenantId, { label: 'bench', environment: 'live', retention: 'none', scopes: ['recognise'], purpose: null, allowedAddresses: [], expiresAt: null, requestsPerSecond: null }));

const door = new RecogniseKey(keys, clock, PEPPER);
const plans = new PlanStore(database, { uploads: { maxBytes: 1e9, maxPixels: 1e9, maxPages: 100 }, jobs: { maxPages: 100 }, readers: { deadlineMs: 60_000 } });
const ledger = new LedgerStore(database, ids);
const held = new HoldLeases(new PostgresLimiter(database), log);
const admit = new Admit(new PostgresLimiter(database), held, new NoteRefusals(ledger, log), new Metrics(), ids);
const record = new RecordCall(database, new RecognitionStore(database, nothingIsKept, ids, clock, masterKey), ledger, held, new Metrics(), log);
const endpoint = { method: 'POST', path: '/v1/recognitions', scope: 'recognise', closedBySuspension: true };
const options = RecognitionOptions.parse({});
/** As much of a result as its record looks at. */
const readAtOnce = (at) => ({ id: ids.next('rec'), created_at: at, channel: 'api', job: null, tag: null, languages: ['en'], pages: [], confidence: 0.9, duration_ms: 0, retention: { kept: 'none', until: null }, usage: { pages: 1, billed_pages: 1, billing: [{ page: 1, reason: 'read' }] }, failed_pages: [], outputs: [] });

const steps = { key: [], plan: [], quota: [], ledger: [] };
const timed = async (name, work) => {
  const startedMs = performance.now();
  const done = await work();
  steps[name].push(performance.now() - startedMs);
  return done;
};
const kept = async (file) => {
  const caller = await timed('key', () => door.presented(secret, { address: '127.0.0.1', endpoint }));
  const plan = await timed('plan', () => plans.lately(caller.tenantId));
  const call = { caller, plan, requestId: ids.next('req'), file, options, signal: new AbortController().signal, onVerdict: () => {} };
  const admission = await timed('quota', () => admit.call(call, { pages: 1, recordedWithinMs: plan.deadlineMs }));
  const recognition = readAtOnce(admission.at);
  await timed('ledger', () => record.accepted(call, admission, recognition));
  return recognition;
};
const bare = async () => readAtOnce(clock.now());

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await (request.url === '/kept' ? kept : bare)(Buffer.concat(chunks));
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const body = Buffer.alloc(20_000);
const took = async (route) => {
  const startedMs = performance.now();
  const answer = await fetch(`${address}${route}`, { method: 'POST', body });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
  await answer.json();
  return performance.now() - startedMs;
};

// A store that is new trusts its rings after a second.
await new Promise((resolve) => setTimeout(resolve, 1_100));
await admit.look({ kind: 'key', tenantId, environment: 'live' });
await admit.call({ caller: { kind: 'key', tenantId, keyId: 'key_0', environment: 'live' }, requestId: 'req_0', onVerdict: () => {} }, { pages: 1, recordedWithinMs: 1 }).catch(() => {});
await new Promise((resolve) => setTimeout(resolve, 1_100));
for (let i = 0; i < WARM_UP; i++) await took('/kept').then(() => took('/bare'));
for (const some of Object.values(steps)) some.length = 0;
const times = { bare: [], kept: [], added: [] };
for (let i = 0; i < PAIRS; i++) {
  const inTurn = i % 2 ? ['/bare', '/kept'] : ['/kept', '/bare'];
  const [first, second] = [await took(inTurn[0]), await took(inTurn[1])];
  const [bareMs, keptMs] = i % 2 ? [first, second] : [second, first];
  times.bare.push(bareMs);
  times.kept.push(keptMs);
  times.added.push(keptMs - bareMs);
}
server.closeAllConnections();
server.close();
await held.onApplicationShutdown();
await close();
report(`a bare route over HTTP, p50 of ${PAIRS}`, ms(median(times.bare)));
report('the same with key check, quota and ledger, p50', ms(median(times.kept)));
for (const [name, some] of Object.entries(steps)) report(`  of which ${name}, p50`, ms(median(some)));
report('key check, quota and ledger over the bare route, p50', ms(median(times.added)), median(times.added) <= 3, '≤ 3 ms');
