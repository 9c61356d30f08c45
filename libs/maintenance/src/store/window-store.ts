import type { MaintenanceRequest, MaintenanceState } from '@inkproof/contract';
import { Prisma, type Tx } from '@inkproof/platform';
import type { Impacts } from '../model/touch.js';

const whole = { change: true, versions: { include: { components: true }, orderBy: { number: 'asc' } }, events: { orderBy: { place: 'asc' } } } as const satisfies Prisma.MaintenanceWindowInclude;
// Each comes with the last version that was written, which is the one in force.
const inForce = { versions: { include: { components: true }, orderBy: { number: 'desc' }, take: 1 } } as const satisfies Prisma.MaintenanceWindowInclude;

type VersionRow = Prisma.MaintenanceVersionGetPayload<{ include: { components: true } }>;
type WindowRow = Omit<Prisma.MaintenanceWindowGetPayload<object>, 'id'> & { id: `mnt_${string}` };
export type StoredEvent = Prisma.MaintenanceEventGetPayload<object>;

/** What was last asked to change of a window that was announced, whatever became of it. */
export type StoredChange = Prisma.MaintenanceChangeGetPayload<object>;

/** What a window says, in one of its versions. */
export type StoredVersion = Omit<VersionRow, 'components' | 'windowId'> & { impacts: Impacts };
/** A window with the version that is in force. */
export type StoredWindow = WindowRow & { now: StoredVersion };
/** The same with all that it said before, oldest first, and what was done with it. */
export type WholeWindow = StoredWindow & { versions: StoredVersion[]; events: StoredEvent[]; change: StoredChange | null };

/** A version has a line of every component, so it has this shape. */
const readVersion = ({ components, windowId: _, ...row }: VersionRow): StoredVersion => ({ ...row, impacts: Object.fromEntries(components.map(({ componentId, impact }) => [componentId, impact])) as unknown as Impacts });

const read = ({ versions, ...row }: Prisma.MaintenanceWindowGetPayload<object> & { versions: VersionRow[] }): StoredWindow => ({ ...row, id: row.id as StoredWindow['id'], now: readVersion(versions.find(({ number }) => number === row.version)!) });

export interface WindowSearch {
  states?: readonly MaintenanceState[] | undefined;
  beyond?: string | undefined;
  size: number;
}

/** Windows of maintenance, in a transaction of the provider's. */
export class WindowStore {
  async add(tx: Tx, window: Prisma.MaintenanceWindowCreateManyInput): Promise<void> {
    await tx.maintenanceWindow.createMany({ data: [window] });
  }

  async find(tx: Tx, id: string): Promise<WholeWindow | undefined> {
    const row = await tx.maintenanceWindow.findUnique({ where: { id }, include: whole });
    return row ? { ...read(row), versions: row.versions.map(readVersion), events: row.events, change: row.change } : undefined;
  }

  /** Holds it until the transaction ends, so that two who act on it come one after the other. */
  async hold(tx: Tx, id: string): Promise<WholeWindow | undefined> {
    await tx.$queryRaw`SELECT 1 FROM maintenance_window WHERE id = ${id} FOR UPDATE`;
    return this.find(tx, id);
  }

  /** Newest first. */
  async list(tx: Tx, { states, beyond, size }: WindowSearch): Promise<(StoredWindow & Pick<WholeWindow, 'change'>)[]> {
    const where: Prisma.MaintenanceWindowWhereInput = { ...(states && { state: { in: [...states] } }), ...(beyond !== undefined && { id: { lt: beyond } }) };
    const rows = await tx.maintenanceWindow.findMany({ where, include: { ...inForce, change: true }, orderBy: { id: 'desc' }, take: size });
    return rows.map((row) => ({ ...read(row), change: row.change }));
  }

  /** Announced and not over. */
  async standing(tx: Tx): Promise<StoredWindow[]> {
    return (await tx.maintenanceWindow.findMany({ where: { state: { in: ['scheduled', 'in_progress', 'verifying'] } }, include: inForce, orderBy: { id: 'asc' } })).map(read);
  }

  /** Those that ran in a span of time, as they were announced and as they were held. */
  async ranBetween(tx: Tx, from: Date, to: Date): Promise<StoredWindow[]> {
    return (await tx.maintenanceWindow.findMany({ where: { startedAt: { lt: to }, OR: [{ endedAt: null }, { endedAt: { gt: from } }] }, include: inForce, orderBy: { startedAt: 'asc' } })).map(read);
  }

  /** Those with which there may be something to do. */
  async due(tx: Tx, now: Date, size: number): Promise<{ id: string }[]> {
    return tx.maintenanceWindow.findMany({ where: { nextLookAt: { lte: now } }, select: { id: true }, orderBy: { nextLookAt: 'asc' }, take: size });
  }

  async addVersion(tx: Tx, windowId: string, { impacts, ...version }: StoredVersion): Promise<void> {
    await tx.maintenanceVersion.createMany({ data: [{ ...version, windowId }] });
    await tx.maintenanceComponent.createMany({ data: Object.entries(impacts).map(([componentId, impact]) => ({ windowId, number: version.number, componentId, impact })) });
  }

  /** Of a draft: what was published the store itself keeps as it is. */
  async rewrite(tx: Tx, windowId: string, { impacts, number, ...version }: StoredVersion): Promise<void> {
    await tx.maintenanceVersion.updateMany({ where: { windowId, number }, data: version });
    for (const [componentId, impact] of Object.entries(impacts)) await tx.maintenanceComponent.updateMany({ where: { windowId, number, componentId }, data: { impact } });
  }

  /** In the place of the one before it. */
  async keepChange(tx: Tx, { windowId, ...change }: Omit<StoredChange, 'asked'> & { asked: MaintenanceRequest }): Promise<void> {
    await tx.maintenanceChange.upsert({ where: { windowId }, create: { windowId, ...change }, update: change });
  }

  async change(tx: Tx, id: string, data: Prisma.MaintenanceWindowUncheckedUpdateManyInput): Promise<void> {
    await tx.maintenanceWindow.updateMany({ where: { id }, data });
  }

  async write(tx: Tx, windowId: string, event: Omit<Prisma.MaintenanceEventCreateManyInput, 'windowId'>): Promise<void> {
    await tx.maintenanceEvent.createMany({ data: [{ ...event, windowId }] });
  }

  /** How many tenants of each plan a window concerns. */
  concerned(tx: Tx, components: readonly string[], plans: readonly string[]): Promise<{ plan: string; tenants: number }[]> {
    return tx.$queryRaw`SELECT t.plan_name AS plan, count(*)::int AS tenants FROM gate_find_concerned(${[...components]}::text[], ${[...plans]}::text[]) c JOIN tenant t ON t.id = c.tenant_id GROUP BY t.plan_name ORDER BY t.plan_name`;
  }

  components(tx: Tx): Promise<Prisma.ComponentGetPayload<object>[]> {
    return tx.component.findMany({ orderBy: { place: 'asc' } });
  }
}
