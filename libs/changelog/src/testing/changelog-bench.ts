import { Trail, type Actor } from '@inkproof/audit';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Notices, NoticeStore } from '@inkproof/notice';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, SpecPeople } from '@inkproof/spec-database';
import pg from 'pg';
import { CountUses } from '../actions/count-uses.js';
import { KeepChangelog } from '../actions/keep-changelog.js';
import { ChangelogStore } from '../store/changelog-store.js';
import { UseStore } from '../store/use-store.js';

/** The changelog on a database of its own, as the module wires it. */
export const openChangelogBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 6 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const store = new ChangelogStore();
  const uses = new UseStore();
  const people = new SpecPeople(owner);
  const by: Actor = { kind: 'staff', id: ids.next('per'), role: 'operator', requestId: 'req_1' };
  /** A tenant with one key. */
  const tenant = async (): Promise<{ tenantId: Id<'ten'>; keyId: string }> => {
    const { tenantId } = await people.tenant();
    const keyId = ids.next('key');
    await owner.query(`INSERT INTO api_key (id, tenant_id, label, environment, hint, secret_hash, scopes, created_at) VALUES ($1::text, $2, 'nightly', 'live', 'ink_live_x', $1::text || 'x', '{recognise}', $3)`, [keyId, tenantId, clock.now()]);
    return { tenantId, keyId };
  };
  return {
    database, owner, clock, store, uses, by, tenant,
    keep: new KeepChangelog(database, store, uses, new Notices(new NoticeStore(), ids, clock), trail, ids, clock),
    count: new CountUses(database, uses, clock, () => {}),
    notices: async () => (await owner.query<{ kind: string; told: string[] }>('SELECT n.kind, array(SELECT t.tenant_id FROM notice_tenant t WHERE t.notice_id = n.id ORDER BY 1) AS told FROM notice n ORDER BY n.id')).rows,
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};
