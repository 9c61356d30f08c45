import { Trail, type Actor } from '@inkproof/audit';
import { MaintenanceRequest } from '@inkproof/contract';
import { Approvals, ApprovalStore } from '@inkproof/identity';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { ForeseeNotice, ForesightStore, Notices, NoticeStore, SpreadStore } from '@inkproof/notice';
import { Database } from '@inkproof/platform';
import { openSpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { ActOnMaintenance } from '../actions/act-on-maintenance.js';
import { ChangeAnnounced } from '../actions/change-announced.js';
import { ForeseeMaintenance } from '../actions/foresee-maintenance.js';
import { PlanMaintenance } from '../actions/plan-maintenance.js';
import { PreviewMaintenance } from '../actions/preview-maintenance.js';
import { PublishMaintenance } from '../actions/publish-maintenance.js';
import { TellOfMaintenance } from '../actions/tell-of-maintenance.js';
import { WatchMaintenance } from '../actions/watch-maintenance.js';
import { WindowBook } from '../actions/window-book.js';
import type { WholeWindow } from '../store/window-store.js';
import { AnnouncedStore } from '../store/announced-store.js';
import { WindowStore } from '../store/window-store.js';

export const HOUR_MS = 3_600_000;

/** Windows on a database of their own, as the module wires them. */
export const openMaintenanceBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  // A second plan, with what the first allows.
  await owner.query(`CREATE TEMP TABLE large AS SELECT * FROM plan WHERE name = 'standard'; UPDATE large SET name = 'large'; INSERT INTO plan SELECT * FROM large`);
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const store = new WindowStore();
  const approvals = new Approvals(new ApprovalStore(), trail, ids, clock);
  const book = new WindowBook(store, clock);
  const tell = new TellOfMaintenance(new Notices(new NoticeStore(), ids, clock), store);
  const publish = new PublishMaintenance(database, book, tell, approvals, trail, clock);
  const changing = new ChangeAnnounced(store, book, tell, approvals, trail, clock);
  const plan = new PlanMaintenance(database, store, book, publish, changing, trail, ids, clock);
  const act = new ActOnMaintenance(database, book, publish, changing, tell, trail, clock);

  const staff = async (name: string): Promise<Actor> => {
    const id = ids.next('per');
    await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, $2, $1 || '@provider.example', 'x', clock_timestamp())`, [id, name]);
    return { kind: 'staff', id, role: 'operator', requestId: 'req_1' };
  };
  const tenant = async (planName = 'standard'): Promise<Id<'ten'>> => {
    const id = ids.next('ten');
    await owner.query('INSERT INTO tenant (id, name, created_at, plan_name) VALUES ($1, $1, clock_timestamp(), $2)', [id, planName]);
    return id;
  };
  /** So many hours from now, for two hours, unless something else is asked for. */
  const wish = (fromNow: number, more: Partial<MaintenanceRequest> & { hours?: number } = {}): MaintenanceRequest => {
    const { hours = 2, ...changed } = more;
    const startsAt = clock.now().getTime() + fromNow * HOUR_MS;
    const [starts_at, ends_at] = [startsAt, startsAt + hours * HOUR_MS].map((ms) => new Date(ms).toISOString());
    return MaintenanceRequest.parse({ kind: 'planned', title: { zh: '更换磁盘', en: 'New disks' }, text: { zh: '识别不可用。', en: 'No recognition.' }, starts_at, ends_at, impacts: [{ component: 'recognition', impact: 'unavailable' }], rollback_plan: 'The old disks go back in', ...changed });
  };
  const [lin, mei] = [await staff('Lin'), await staff('Mei')];
  const approve = async ({ approvalId }: { approvalId: string | null }, by: Actor): Promise<void> => {
    await database.asProvider(async (tx) => {
      const { payloadSha256 } = await approvals.find(tx, approvalId!);
      await approvals.decide(tx, approvalId!, { verdict: 'approve', payloadSha256, by });
    });
  };
  const withdraw = ({ approvalId }: { approvalId: string }, by: Actor) => database.asProvider((tx) => approvals.withdraw(tx, approvalId, by));
  const find = async (id: string): Promise<WholeWindow> => (await database.asProvider((tx) => store.find(tx, id)))!;
  /** Drafted by Lin, approved by Mei. */
  const announced = async (fromNow: number, more: Partial<MaintenanceRequest> & { hours?: number } = {}): Promise<WholeWindow> => {
    const { id } = await plan.draft(wish(fromNow, more), lin);
    await approve(await publish.for(id, undefined, lin), mei);
    return find(id);
  };
  /** What was published of a window, in its order. */
  const told = async (id: string): Promise<{ kind: string; at: number; components: string[]; plans: string[] }[]> =>
    (await owner.query<{ kind: string; published_at: Date; components: string[]; plans: string[] }>('SELECT kind, published_at, components, plans FROM notice WHERE subject = $1 ORDER BY published_at, xmin::text::bigint, ctid', [id])).rows.map(({ kind, published_at, components, plans }) => ({ kind: kind.replace('maintenance.', ''), at: published_at.getTime(), components, plans }));
  const actions = async (): Promise<string[]> => (await owner.query<{ action: string }>(`SELECT action FROM audit_entry WHERE chain = 'provider' ORDER BY seq`)).rows.map(({ action }) => action);
  return {
    database, owner, clock, store, approvals, changing, plan, publish, act, lin, mei, staff, tenant, wish, approve, withdraw, announced, find, told, actions,
    announcedTo: new AnnouncedStore(database),
    preview: new PreviewMaintenance(database, store, clock),
    foresee: new ForeseeMaintenance(database, store, new ForeseeNotice(new ForesightStore(), new SpreadStore(database)), clock),
    watch: new WatchMaintenance(database, store, book, act, tell, trail, clock),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type MaintenanceBench = Awaited<ReturnType<typeof openMaintenanceBench>>;
