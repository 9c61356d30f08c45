// What an entry of the audit log costs the act it tells of, and how fast a log is verified: by the store's own walk, and
// offline by both verifiers.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { EntryStore, SealStore, Seals, SigningKey, Trail, VerifyLog } from '@inkproof/audit';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { verifyLog } from '../../apps/verifier/verify.mjs';
import { exported, madeLog } from '../../apps/verifier/testing/made-log.mjs';
import { randomOf } from '../../apps/verifier/testing/random.mjs';
import { openDatabaseStand } from './database-stand.mjs';
import { ms, quantile, report } from './figures.mjs';

const ACTS = 1_500;
const ENTRIES = 100_000;
const ENTRIES_IN_PYTHON = 20_000;
const AT_MOST_MS = 1;
const AT_LEAST_PER_SECOND = 50_000;

const stand = await openDatabaseStand(4);
const { folder, database } = stand;
const [trail, clock, ids, key] = [new Trail(), new SystemClock(), new SortableIds(), new SigningKey([crypto.randomBytes(32)])];
const by = { kind: 'member', id: 'per_bench', role: 'owner', requestId: 'req_bench' };
const tenantId = ids.next('ten');
await database.asProvider((tx) => tx.tenant.create({ data: { id: tenantId, name: 'bench', createdAt: clock.now() } }));

/** The act is a key, as `IssueKey` writes it. */
const act = async (isWritten) => {
  const id = ids.next('key');
  const startedMs = performance.now();
  await database.asTenant(tenantId, async (tx) => {
    await tx.apiKey.create({ data: { id, tenantId, label: 'bench', environment: 'live', secretHash: id, hint: 'ink_live_abcd', createdAt: clock.now() } });
    if (isWritten) await trail.append(tx, tenantId, { action: 'key.revoked', by, targets: [id], details: {} });
  });
  return performance.now() - startedMs;
};
for (let i = 0; i < 200; i++) await act(i % 2 === 0);
const [bare, written] = [[], []];
// By turns, so that whatever else the machine does meets both alike.
for (let i = 0; i < ACTS; i++) {
  bare.push(await act(false));
  written.push(await act(true));
}
const costMs = quantile(written, 0.5) - quantile(bare, 0.5);
report('the act alone, p50', ms(quantile(bare, 0.5)));
report('the act with its entry, p50', ms(quantile(written, 0.5)));
report('an entry costs, p50', ms(costMs), costMs <= AT_MOST_MS, `≤ ${AT_MOST_MS} ms`);

const big = ids.next('ten');
const BATCH = 5_000;
for (let done = 0; done < ENTRIES; done += BATCH)
  await database.changeAsProvider(async (run) => {
    for (let i = 0; i < BATCH; i++) await trail.append(run, big, { action: 'key.revoked', by, targets: [`key_${done + i}`], details: {} });
  });
const store = new SealStore();
await new Seals(database, store, key).current(big);
const verify = new VerifyLog(database, new EntryStore(), store, key, clock);
const { duration_ms: tookMs, complete, first_bad: bad } = await verify.for({ chain: big, by }, 0);
if (!complete || bad) throw new Error(`The log of the bench does not verify: ${JSON.stringify(bad)}`);
const perSecond = Math.round((ENTRIES / tookMs) * 1_000);
report(`verified in the store, of ${ENTRIES}`, `${perSecond} entries/s`, perSecond >= AT_LEAST_PER_SECOND, `≥ ${AT_LEAST_PER_SECOND}/s`);

const file = exported(madeLog(randomOf(1), { entries: ENTRIES, every: 1_000 }));
const startedMs = performance.now();
if (!verifyLog([file]).ok) throw new Error('The log of the bench does not verify offline');
const offline = Math.round((ENTRIES / (performance.now() - startedMs)) * 1_000);
report('verified offline, Node', `${offline} entries/s`, offline >= AT_LEAST_PER_SECOND, `≥ ${AT_LEAST_PER_SECOND}/s`);

const small = path.join(folder, 'small.ndjson');
fs.writeFileSync(small, exported(madeLog(randomOf(1), { entries: ENTRIES_IN_PYTHON, every: 1_000 })));
const pythonMs = performance.now();
const { status } = spawnSync('python3', [path.resolve(import.meta.dirname, '../../apps/verifier/inkproof_verify.py'), small]);
report('verified offline, Python', status === 0 ? `${Math.round((ENTRIES_IN_PYTHON / (performance.now() - pythonMs)) * 1_000)} entries/s` : 'python3 is missing or found a fault');

await stand.close();
