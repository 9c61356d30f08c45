// What keeping an object costs where it may lie: in its row, as before there was a storage, in a folder, in a bucket; and how
// fast erased objects are unlinked. The bucket is s3rver's on this machine, so its figures are those of that server.
import crypto from 'node:crypto';
import path from 'node:path';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { LocalBlobs, ObjectStore, openBlobs, seal, storageOf, TenantKeys, TwoPlaces, UnlinkBlobs, unseal } from '@inkproof/platform';
import { startS3 } from '../parts/s3.mjs';
import { openDatabaseStand } from './database-stand.mjs';
import { ms, quantile, report } from './figures.mjs';

const SIZES = { '4 KiB': 4_096, '64 KiB': 65_536, '1 MiB': 1_048_576 };
const [ALONE, TOGETHER, AT_ONCE] = [150, 400, 8];
/** A page takes a reader a hundred milliseconds and more. */
const AT_MOST_MORE_MS = 10;
const WARM_UP = 6_000;
const ERASED = 5_000;
const UNLINKED_AT_LEAST = 2_000;

const stand = await openDatabaseStand(AT_ONCE);
const { folder, database } = stand;
const s3 = await startS3();
const [clock, ids, masterKey] = [new SystemClock(), new SortableIds(), crypto.randomBytes(32)];
const tenantId = ids.next('ten');
await database.asProvider((tx) => tx.tenant.create({ data: { id: tenantId, name: 'bench', createdAt: clock.now() } }));

const expiresAt = new Date(clock.now().getTime() + 86_400_000);
const inRow = {
  put: (_, { id, bytes }) => {
    const { sealed, sealedKey } = seal(masterKey, id, bytes);
    return database.writeAsTenant(tenantId, [{ name: 'bench_put', text: 'INSERT INTO stored_object (id, tenant_id, created_at, expires_at, bytes, sealed, sealed_key, wrapped_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)', values: [id, tenantId, clock.now(), expiresAt, bytes.length, sealed, sealedKey] }]);
  },
  get: async (_, id) => {
    const [row] = await database.changeAsTenant(tenantId, (run) => run({ name: 'bench_get', text: 'SELECT sealed, sealed_key FROM stored_object WHERE tenant_id = $1 AND id = $2', values: [tenantId, id] }));
    return unseal(masterKey, id, { sealed: row.sealed, sealedKey: row.sealed_key });
  },
};
const local = new TwoPlaces(new LocalBlobs(path.join(folder, 'objects')), new LocalBlobs(path.join(folder, 'keys')));
const tenantKeys = new TenantKeys(database, local.keys, masterKey, ids, clock);
const storeOn = (two) => new ObjectStore(database, two, tenantKeys, ids, clock);
const places = { row: inRow, folder: storeOn(local), bucket: storeOn(new TwoPlaces(await openBlobs(storageOf(s3.url('objects'))), await openBlobs(storageOf(s3.url('keys'))))) };

const timed = async (act) => {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
};
/** How many a second, of `TOGETHER`, eight at once. */
const rate = async (act) => {
  let next = 0;
  const tookMs = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, async () => { while (next < TOGETHER) await act(next++); })));
  return Math.round((TOGETHER / tookMs) * 1_000);
};

// An install has all of its folders soon.
for (let i = 0; i < WARM_UP; i += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, () => local.put(ids.next('blb'), Buffer.from('x'), Buffer.from('x'))));
for (const [size, count] of Object.entries(SIZES)) {
  const alone = Object.fromEntries(Object.keys(places).map((name) => [name, []]));
  const object = () => ({ id: ids.next('obj'), class: 'bench', bytes: crypto.randomBytes(count), expiresAt });
  // By turns, so that whatever else the machine does meets both alike; the bucket's server writes without syncing, which the others would then wait for.
  for (let i = 0; i < ALONE; i++) for (const name of ['row', 'folder']) alone[name].push(await timed(() => places[name].put(tenantId, object())));
  for (let i = 0; i < ALONE; i++) alone.bucket.push(await timed(() => places.bucket.put(tenantId, object())));
  for (const [name, objects] of Object.entries(places)) {
    const many = Array.from({ length: TOGETHER }, object);
    const puts = await rate((i) => objects.put(tenantId, many[i]));
    const gets = await rate((i) => objects.get(tenantId, many[i].id));
    report(`${size} in the ${name}: put p50, puts/s, gets/s`, `${ms(quantile(alone[name], 0.5))}, ${puts}/s, ${gets}/s`);
  }
  const moreMs = quantile(alone.folder, 0.5) - quantile(alone.row, 0.5);
  report(`${size} in the folder more than in the row, p50`, ms(moreMs), moreMs <= AT_MOST_MORE_MS, `≤ ${AT_MOST_MORE_MS} ms`);
}

const many = Array.from({ length: ERASED }, () => ids.next('obj'));
for (let i = 0; i < ERASED; i += AT_ONCE) await Promise.all(many.slice(i, i + AT_ONCE).map((id) => places.folder.put(tenantId, { id, class: 'bench', bytes: Buffer.from('x'), expiresAt })));
const unlink = new UnlinkBlobs(database, local, clock);
const erasedMs = await timed(() => places.folder.remove(tenantId, many));
const unlinkedMs = await timed(() => unlink.all());
report('objects erased, keys and rows', `${Math.round((ERASED / erasedMs) * 1_000)}/s`);
const perSecond = Math.round((ERASED / unlinkedMs) * 1_000);
report('blobs of a folder unlinked after it', `${perSecond}/s`, perSecond >= UNLINKED_AT_LEAST, `≥ ${UNLINKED_AT_LEAST}/s`);

await s3.drop();
await stand.close();
