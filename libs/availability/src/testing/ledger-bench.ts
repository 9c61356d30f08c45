import { Trail, type Actor } from '@inkproof/audit';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { WindowStore } from '@inkproof/maintenance';
import { Notices, NoticeStore } from '@inkproof/notice';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, SpecPeople } from '@inkproof/spec-database';
import pg from 'pg';
import { DisputeOutage } from '../actions/dispute-outage.js';
import { FollowOutages } from '../actions/follow-outages.js';
import { FollowSuspensions } from '../actions/follow-suspensions.js';
import { FollowWindows } from '../actions/follow-windows.js';
import { KeepIncidents } from '../actions/keep-incidents.js';
import { KeepLedger } from '../actions/keep-ledger.js';
import { MakeStatus } from '../actions/make-status.js';
import { ReadAvailability } from '../actions/read-availability.js';
import { RecordReadings } from '../actions/record-readings.js';
import { sumsOf } from '../model/ledger.js';
import { silenceOf } from '../model/reading.js';
import { ClueStore } from '../store/clue-store.js';
import { IncidentStore } from '../store/incident-store.js';
import { OutageStore } from '../store/outage-store.js';
import { ProbeStore } from '../store/probe-store.js';

export const EVERY_MS = 30_000;
const HOUR_MS = 3_600_000;

interface SomeWindow {
  id: string;
  component: string;
  publishedAt: Date;
  startsAt: Date;
  endsAt: Date;
  /** Everybody's where it is for none. */
  plans?: readonly string[];
}

/** The ledger on a database of its own, as the modules wire it. */
export const openLedgerBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const [outages, probes, incidents, windows] = [new OutageStore(), new ProbeStore(), new IncidentStore(), new WindowStore()];
  const clues = new ClueStore();
  const availability = new ReadAvailability(outages, probes, windows, clock, silenceOf(EVERY_MS));
  const keepIncidents = new KeepIncidents(database, incidents, windows, new Notices(new NoticeStore(), ids, clock), trail, ids, clock);
  const people = new SpecPeople(owner);
  /** On a plan of that name, which is there from then on. */
  const putOn = async (tenantId: Id<'ten'>, plan: string): Promise<void> => {
    await owner.query(`INSERT INTO plan VALUES ($1, 1000, 2000, 3, 4, 5, 1, 7000) ON CONFLICT DO NOTHING`, [plan]);
    await owner.query('UPDATE tenant SET plan_name = $2 WHERE id = $1', [tenantId, plan]);
  };
  const tenant = async (plan = 'standard'): Promise<{ tenantId: Id<'ten'>; by: Actor; ticket: Id<'tkt'> }> => {
    const { tenantId, by } = await people.tenant();
    await putOn(tenantId, plan);
    const ticket = ids.next('tkt');
    await owner.query(`INSERT INTO ticket (id, tenant_id, subject, priority, state, opened_at, opened_by, changed_at, standing) VALUES ($1, $2, 'x', 'p3', 'open', now(), 'per_x', now(), '{}')`, [ticket, tenantId]);
    return { tenantId, ticket, by };
  };
  const lin: Actor = { kind: 'staff', id: ids.next('per'), role: 'operator', requestId: 'req_2' };
  /** Puts a tenant on another plan from now on. */
  const move = async (tenantId: Id<'ten'>, plan: string): Promise<void> => {
    await owner.query('INSERT INTO past_plan (tenant_id, plan, until) SELECT id, plan_name, $2 FROM tenant WHERE id = $1', [tenantId, clock.now()]);
    await putOn(tenantId, plan);
  };
  const back = (ms: number): Date => new Date(clock.now().getTime() - ms);
  /** A change that a tenant gave notice of and that was made so long ago. */
  const madeChange = async (tenantId: Id<'ten'>, msAgo: number): Promise<string> => {
    const id = ids.next('chg');
    await owner.query(`INSERT INTO change_notice (id, tenant_id, urgency, state, change, settings, reason, contact, filed_at, filed_by, standing) VALUES ($1, $2, 'urgent', 'applied', '{}', '{allowed_addresses}', 'x', 'x', $3, 'per_x', '{"filedAt":0,"dueBy":0}')`, [id, tenantId, back(msAgo)]);
    await owner.query(`INSERT INTO change_event (id, tenant_id, notice_id, place, at, kind, side) VALUES ($1, $2, $3, 1, $4, 'applied', 'system')`, [ids.next('chv'), tenantId, id, back(msAgo)]);
    return id;
  };
  /** An attack that a tenant reported so long ago. */
  const warned = async (tenantId: Id<'ten'>, msAgo: number): Promise<string> => {
    const id = ids.next('scn');
    await owner.query(`INSERT INTO security_notice (id, tenant_id, origin, kind, since, words, at, by) VALUES ($1, $2, 'reported', 'attack', $3, 'x', $3, 'per_x')`, [id, tenantId, back(msAgo)]);
    return id;
  };
  /** A window that was told once, at work or over. */
  const window = async ({ id, component, publishedAt, startsAt, endsAt, plans = [] }: SomeWindow, ran: { startedAt: Date; endedAt?: Date }): Promise<void> => {
    await owner.query(`INSERT INTO maintenance_window (id, state, drafted_by, drafted_at, version, published_by, approved_by, published_at, started_at, ended_at, restored) VALUES ($1, $2, 'per_a', $3, 1, 'per_a', 'per_b', $3, $4, $5, '{}')`, [id, ran.endedAt ? 'completed' : 'in_progress', publishedAt, ran.startedAt, ran.endedAt ?? null]);
    await owner.query(`INSERT INTO maintenance_version (window_id, number, kind, title_zh, title_en, text_zh, text_en, starts_at, ends_at, plans, rollback_plan, begins_by_itself, ends_by_itself, written_by, written_at) VALUES ($1, 1, 'planned', '升级', 'Upgrade', 'x', 'x', $3, $4, $5, 'x', true, true, 'per_a', $2)`, [id, publishedAt, startsAt, endsAt, plans]);
    await owner.query(`INSERT INTO maintenance_component (window_id, number, component_id, impact) SELECT $1, 1, id, (CASE WHEN id = $2 THEN 'unavailable' ELSE 'none' END)::"MaintenanceImpact" FROM component`, [id, component]);
  };
  const endWindow = (id: string): Promise<unknown> => owner.query(`UPDATE maintenance_window SET state = 'completed', ended_at = $2 WHERE id = $1`, [id, clock.now()]);
  /** How the last hours were for one component. */
  const sums = async (component: string, tenantId: Id<'ten'> | null = null, hours = 1) => {
    const until = clock.now().getTime();
    const read = (tx: Parameters<typeof availability.over>[0]) => availability.over(tx, { from: until - hours * HOUR_MS, until }, tenantId);
    const { components } = await (tenantId ? database.asTenant(tenantId, read) : database.asProvider(read));
    return sumsOf(components.find(({ id }) => id === component)!.segments);
  };
  const actionsOf = async (chain: string): Promise<string[]> => (await owner.query<{ action: string }>('SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows.map(({ action }) => action);
  return {
    database, owner, clock, ids, lin, tenant, move, availability, madeChange, warned, window, endWindow, sums, actionsOf, outages, incidents, keepIncidents, clues,
    record: new RecordReadings(database, probes, outages, ids, silenceOf(EVERY_MS)),
    ledger: new KeepLedger(database, outages, windows, clues, trail, ids, clock),
    disputing: new DisputeOutage(database, outages, trail, ids, clock),
    followWindows: new FollowWindows(database, outages, windows, ids, clock),
    followSuspensions: new FollowSuspensions(database, outages, ids, clock),
    followOutages: new FollowOutages(database, outages, incidents, keepIncidents, windows, clock),
    status: new MakeStatus(database, availability, incidents, windows, clock, { provider: 'Inkstone', page: 'https://status.example/', silenceMs: silenceOf(EVERY_MS), staleAfterMs: 150_000 }),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type LedgerBench = Awaited<ReturnType<typeof openLedgerBench>>;
