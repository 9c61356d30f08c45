// A sample drawn from a million authorisations, and the same one drawn again by whoever has their ids.
import crypto from 'node:crypto';
import path from 'node:path';
import { Trail } from '@inkproof/audit';
import { AnnounceInspection, DrawInspection, drawSample, InspectionMail, InspectionStore, populationDigest, TellPrograms } from '@inkproof/consent';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { Drawers, Letterboxes, LocalBlobs, MailOutbox, TenantKeys } from '@inkproof/platform';
import { Holds, HoldStore } from '@inkproof/retention';
import pg from 'pg';
import { openDatabaseStand } from './database-stand.mjs';
import { median, report } from './figures.mjs';

const AUTHORISATIONS = 1_000_000;
const SAMPLE = 200;
const ROUNDS = 3;
const TARGET_S = 10;
const TENANT = `ten_${'0'.repeat(26)}`;

const stand = await openDatabaseStand(4);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();

const [ids, clock, trail, store] = [new SortableIds(), new SystemClock(), new Trail(), new InspectionStore()];
const masterKey = crypto.randomBytes(32);
const keys = new TenantKeys(database, new LocalBlobs(path.join(stand.folder, 'keys')), masterKey, ids, clock);
const mail = new InspectionMail(new MailOutbox(ids, clock, new Letterboxes(keys, ids, clock)), 'http://localhost');
const programs = new TellPrograms(new Announce(new DeliveryStore(database), ids, clock));
const drawers = new Drawers(database, keys, ids, clock);
const announce = new AnnounceInspection(database, store, programs, trail, ids, clock, drawers);
const draw = new DrawInspection(database, store, new Holds(new HoldStore()), mail, programs, trail, ids, clock, drawers);
const by = { kind: 'staff', id: 'per_bench', role: 'compliance', requestId: null };

await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ($1, 'bench', clock_timestamp())`, [TENANT]);
await owner.query(`INSERT INTO filing (id, tenant_id, name, created_at, created_by) VALUES ('flg_bench', $1, 'bench', clock_timestamp(), 'per_bench')`, [TENANT]);
await owner.query(`INSERT INTO filing_version (id, tenant_id, filing_id, number, text_sha256, created_at, created_by) VALUES ('flv_bench', $1, 'flg_bench', 1, encode(sha256(''), 'hex'), clock_timestamp(), 'per_bench')`, [TENANT]);
const loadedMs = performance.now();
await owner.query(
  `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, created_at, custody, commitment)
   SELECT 'aut_' || substr(encode(sha256(n::text::bytea), 'hex'), 1, 26), $1, 'flv_bench', sha256(n::text::bytea), '{name}', '{web_operation}', clock_timestamp(), clock_timestamp(), 'commitment', sha256(n::text::bytea) FROM generate_series(1, $2::int) n`,
  [TENANT, AUTHORISATIONS],
);
await owner.query('VACUUM ANALYZE authorisation');
report('loaded', `${AUTHORISATIONS.toLocaleString('en')} authorisations in ${((performance.now() - loadedMs) / 1_000).toFixed(1)} s`);

const seconds = [];
for (let round = 0; round < ROUNDS; round++) {
  const { id } = await announce.for({ tenant: TENANT, size: SAMPLE, answer_days: 10, reason: 'bench' }, by);
  const beganMs = performance.now();
  const drawn = await draw.of(id, by);
  const drawnMs = performance.now();
  const { rows } = await owner.query('SELECT id FROM authorisation WHERE tenant_id = $1 ORDER BY id COLLATE "C"', [TENANT]);
  const all = rows.map((row) => row.id);
  const again = drawSample(drawn.seed, all, SAMPLE);
  const digest = populationDigest(all);
  const verifiedMs = performance.now();
  if (again.join() !== drawn.items.map(({ authorisationId }) => authorisationId).join()) throw new Error('another sample was drawn again');
  if (digest !== Buffer.from(drawn.populationSha256).toString('hex')) throw new Error('another list was drawn from');
  report('drawn', `${SAMPLE} of ${drawn.population.toLocaleString('en')} in ${((drawnMs - beganMs) / 1_000).toFixed(1)} s, and again from the ids in ${((verifiedMs - drawnMs) / 1_000).toFixed(1)} s`);
  seconds.push((verifiedMs - beganMs) / 1_000);
}
const middle = median(seconds);
report('draw and verification, median', `${middle.toFixed(1)} s`, middle <= TARGET_S, `${TARGET_S} s`);

await owner.end();
await stand.close();
if (middle > TARGET_S) process.exitCode = 1;
