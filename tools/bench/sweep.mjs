// What has expired, of several tenants, erased by the one way: keys, rows, sealed bytes, tombstones, verification and certificates.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { SealStore, Seals, SigningKey, Trail } from '@inkproof/audit';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { Drawers, LocalBlobs, ObjectStore, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { TellErasable } from '@inkproof/recognition';
import { blobsLeftIn, CertificateStore, Certify, DeletionStore, Erase, Holds, HoldStore, OpenDeletion, RuleStore, SweepExpired, SweepStore } from '@inkproof/retention';
import pg from 'pg';
import { openDatabaseStand } from './database-stand.mjs';
import { report } from './figures.mjs';

const TENANTS = 5;
/** Each with a result and a file in the storage, and a key of each. */
const RECOGNITIONS_EACH = 4_000;
const ROUNDS = 3;
/** As LocalBlobs lays its files out. */
const SHARD_DIGITS = 2;

const stand = await openDatabaseStand(8);
const { folder, ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();

const [ids, clock, trail] = [new SortableIds(), new SystemClock(), new Trail()];
const [blobFolder, keyFolder] = [path.join(folder, 'blobs'), path.join(folder, 'keys')];
const places = new TwoPlaces(new LocalBlobs(blobFolder), new LocalBlobs(keyFolder));
const keys = new TenantKeys(database, places.keys, crypto.randomBytes(32), ids, clock);
const objects = new ObjectStore(database, places, keys, ids, clock);
const signing = new SigningKey([crypto.randomBytes(32)]);
const [deletions, certificates] = [new DeletionStore(), new CertificateStore()];
const erase = new Erase(new RuleStore(), new Holds(new HoldStore()), deletions, trail, clock);
new TellErasable(erase, database, objects, new Drawers(database, keys, ids, clock), clock);
const certify = new Certify(database, erase, deletions, certificates, blobsLeftIn(places), new Seals(database, new SealStore(), signing), signing, trail, ids, clock, 0);
const sweep = new SweepExpired(database, erase, new OpenDeletion(deletions, ids, clock), certify, new SweepStore(database), ids, clock);

await owner.query(`INSERT INTO tenant (id, name, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'bench ' || n, clock_timestamp() FROM generate_series(1, $1::int) n`, [TENANTS]);

/** As calls would have left them, but for the sync to disk, which is the storage's own bench. */
const load = async () => {
  const laid = [[blobFolder, crypto.randomBytes(2_048)], [keyFolder, crypto.randomBytes(60)]];
  for (let tenant = 1; tenant <= TENANTS; tenant++) {
    const tenantId = `ten_${String(tenant).padStart(26, '0')}`;
    const rows = Array.from({ length: RECOGNITIONS_EACH }, () => ({ id: ids.next('rec'), objects: [ids.next('obj'), ids.next('obj')], blobs: [ids.next('blb'), ids.next('blb')] }));
    await keys.of(tenantId);
    for (const name of rows.flatMap((row) => row.blobs))
      for (const [place, bytes] of laid) {
        const file = path.join(place, name.slice(-SHARD_DIGITS), name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, bytes);
      }
    await owner.query(
      `INSERT INTO stored_object (id, tenant_id, class, created_at, expires_at, bytes, blob, wrapped_by) SELECT o, $1, 'recognition_result', clock_timestamp(), clock_timestamp(), 2048, b, 1 FROM unnest($2::text[], $3::text[]) AS t(o, b)`,
      [tenantId, rows.flatMap((row) => row.objects), rows.flatMap((row) => row.blobs)],
    );
    await owner.query(
      `INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms, kept, kept_until, result_id, file_id)
       SELECT r, $1, clock_timestamp(), 'api', '{en}', 1, 1, 1, 'all', clock_timestamp(), a, b FROM unnest($2::text[], $3::text[], $4::text[]) AS t(r, a, b)`,
      [tenantId, rows.map(({ id }) => id), rows.map((row) => row.objects[0]), rows.map((row) => row.objects[1])],
    );
  }
  await owner.query('VACUUM ANALYZE recognition, stored_object');
};

const rates = [];
for (let round = 0; round < ROUNDS; round++) {
  await load();
  const lookedMs = performance.now();
  const due = (await sweep.look(clock.now())).reduce((sum, { count }) => sum + count, 0);
  const sweptMs = performance.now();
  const { erased } = await sweep.sweep();
  const seconds = (performance.now() - sweptMs) / 1_000;
  if (erased !== TENANTS * RECOGNITIONS_EACH || due !== erased) throw new Error(`${due} were due and ${erased} erased`);
  rates.push((erased * 2) / seconds);
  report('dry run', `${due.toLocaleString('en')} due, told in ${((sweptMs - lookedMs) / 1_000).toFixed(1)} s`);
  report('sweep', `${Math.round((erased * 2) / seconds).toLocaleString('en')} objects/s (${Math.round(erased / seconds).toLocaleString('en')} recognitions/s), verified and certified`);
}
const median = rates.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)];
report('median', `${Math.round(median).toLocaleString('en')} objects/s`);

await owner.end();
await stand.close();
if (median < 2_000) throw new Error('slower than 2,000 objects a second');
