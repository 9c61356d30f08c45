// A notice to 10,000 tenants, spread by a worker into inboxes, mails and messages to webhooks; then the same by workers that are killed on the way.
import { fork } from 'node:child_process';
import crypto from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { NoticeStore, Notices } from '@inkproof/notice';
import pg from 'pg';
import { openDatabaseStand } from './database-stand.mjs';
import { report } from './figures.mjs';

const TENANTS = 10_000;
const TARGET_SECONDS = 10;
const ROUNDS = 3;
/** An owner told in two ways, a developer in one, and a webhook of every tenth tenant. */
const DELIVERIES = TENANTS * 3 + TENANTS / 10;
const masterKey = crypto.randomBytes(32).toString('base64');

const stand = await openDatabaseStand(4);
const owner = new pg.Client(stand.ownerUrl);
await owner.connect();
const ids = new SortableIds();
const notices = new Notices(new NoticeStore(), ids, new SystemClock());

await owner.query(`INSERT INTO tenant (id, name, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'bench ' || n, clock_timestamp() FROM generate_series(1, $1::int) n`, [TENANTS]);
await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) SELECT 'per_' || r || n, 'bench', r || n || '@tenant.example', 'x', clock_timestamp() FROM generate_series(1, $1::int) n, unnest(ARRAY['owner', 'developer']) r`, [TENANTS]);
await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'per_' || r || n, r::"MemberRole", clock_timestamp() FROM generate_series(1, $1::int) n, unnest(ARRAY['owner', 'developer']) r`, [TENANTS]);
await owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, created_at, secret_hint, sealed, sealed_key) SELECT 'whk_' || n, 'ten_' || lpad((n * 10)::text, 26, '0'), 'https://hooks.example', 'x', '{maintenance.scheduled}', clock_timestamp(), 'x', '', '' FROM generate_series(1, $1::int) n`, [TENANTS / 10]);
await owner.query('VACUUM ANALYZE tenant, person, member, webhook');

const publish = (name) =>
  stand.database.asProvider((tx) =>
    notices.publish(tx, { kind: 'maintenance.scheduled', subject: 'mnt_1', once: name, audience: { components: ['recognition'], plans: 'all' }, values: { zh: { title: '数据库升级', text: '期间识别接口不可用。' }, en: { title: 'Database upgrade', text: 'Recognition is away meanwhile.' } }, link: '/maintenance/mnt_1' }),
  );

/** Seconds it took, or null when it was killed after so many tenants. */
const spread = (killAfter = Infinity) =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'notices-child.mjs'));
    let told = 0;
    let seconds = null;
    child.on('message', (said) => {
      told += said.told ?? 0;
      seconds = said.seconds ?? seconds;
      // In the middle of its next batch.
      if (told >= killAfter) void sleep(40).then(() => child.kill('SIGKILL'));
    });
    child.on('error', reject);
    child.on('exit', () => resolve(seconds));
    child.send({ appUrl: stand.appUrl, masterKey, keyFolder: path.join(stand.folder, 'keys') });
  });

/** Every delivery once, every mail and message once, and no tenant left. */
const check = async (id) => {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM notice_delivery WHERE notice_id = $1) AS deliveries,
            (SELECT count(DISTINCT (tenant_id, person_id, channel))::int FROM notice_delivery WHERE notice_id = $1) AS distinct_deliveries,
            (SELECT count(*)::int FROM mail WHERE id IN (SELECT carrier_id FROM notice_delivery WHERE notice_id = $1)) AS mails,
            (SELECT count(*)::int FROM mail) AS all_mails, (SELECT count(*)::int FROM webhook_delivery) AS all_messages,
            (SELECT count(*)::int FROM notice_tenant WHERE notice_id = $1 AND expanded_at IS NULL) AS "left", (SELECT count(*)::int FROM notice) AS notices,
            (SELECT expanded_at IS NOT NULL FROM notice WHERE id = $1) AS spread`,
    [id],
  );
  const [{ notices: said, ...found }] = rows;
  const expected = { deliveries: DELIVERIES, distinct_deliveries: DELIVERIES, mails: TENANTS, all_mails: TENANTS * said, all_messages: (TENANTS / 10) * said, left: 0, spread: true };
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
};

const took = [];
for (let round = 0; round < ROUNDS; round++) {
  const id = await publish(`round ${round}`);
  took.push(await spread());
  await check(id);
}
const [, seconds] = took.toSorted((one, other) => one - other);
report(`a notice to ${TENANTS.toLocaleString('en')} tenants (${DELIVERIES.toLocaleString('en')} deliveries)`, `${seconds.toFixed(1)} s`, seconds <= TARGET_SECONDS, `${TARGET_SECONDS} s`);

const id = await publish('killed');
let killed = 0;
while ((await spread(2_000)) === null) killed += 1;
await check(id);
report('the same by workers killed after each 2,000', `${killed} killed; ${DELIVERIES.toLocaleString('en')} deliveries, none twice, none missed`);

await owner.end();
await stand.close();
if (seconds > TARGET_SECONDS) throw new Error(`slower than ${TARGET_SECONDS} s`);
