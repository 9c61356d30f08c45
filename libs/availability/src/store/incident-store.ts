import { Prisma, type Tx } from '@inkproof/platform';

const whole = { updates: { orderBy: { place: 'desc' } } } as const satisfies Prisma.IncidentInclude;
export type StoredIncident = Prisma.IncidentGetPayload<{ include: typeof whole }>;
export type NewUpdate = Omit<Prisma.IncidentUpdateCreateManyInput, 'incidentId' | 'place'>;

/** What the public is told. */
export class IncidentStore {
  async add(tx: Tx, incident: Prisma.IncidentCreateManyInput): Promise<void> {
    await tx.incident.createMany({ data: [incident] });
  }

  async find(tx: Tx, id: string): Promise<StoredIncident | undefined> {
    return (await tx.incident.findUnique({ where: { id }, include: whole })) ?? undefined;
  }

  async hold(tx: Tx, id: string): Promise<StoredIncident | undefined> {
    await tx.$queryRaw`SELECT 1 FROM incident WHERE id = ${id} FOR UPDATE`;
    return this.find(tx, id);
  }

  /** Newest first. */
  list(tx: Tx, { beyond, size }: { beyond?: string | undefined; size: number }): Promise<StoredIncident[]> {
    return tx.incident.findMany({ where: beyond === undefined ? {} : { id: { lt: beyond } }, include: whole, orderBy: { id: 'desc' }, take: size });
  }

  /** Open ones, and those that ended since. */
  since(tx: Tx, from: Date, size: number): Promise<StoredIncident[]> {
    return tx.incident.findMany({ where: { OR: [{ resolvedAt: null }, { resolvedAt: { gte: from } }] }, include: whole, orderBy: { startedAt: 'desc' }, take: size });
  }

  /** That probes found and that are not resolved, with whether anything of them still runs. */
  async openFound(tx: Tx): Promise<(StoredIncident & { isOver: boolean })[]> {
    const rows = await tx.incident.findMany({ where: { foundBy: 'probe', resolvedAt: null }, include: { ...whole, outages: { select: { until: true } } } });
    return rows.map(({ outages, ...incident }) => ({ ...incident, isOver: outages.every(({ until }) => until !== null) }));
  }

  async write(tx: Tx, { id, updates }: Pick<StoredIncident, 'id' | 'updates'>, update: NewUpdate): Promise<void> {
    await tx.incidentUpdate.createMany({ data: [{ ...update, incidentId: id, place: updates.length + 1 }] });
    await tx.incident.updateMany({ where: { id }, data: { state: update.state, ...(update.state === 'resolved' && { resolvedAt: update.at }) } });
  }
}
