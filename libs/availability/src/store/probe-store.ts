import { Prisma, type Tx } from '@inkproof/platform';

export type StoredRun = Prisma.ProbeRunGetPayload<object>;

/** What probes saw, as runs of the same verdict. */
export class ProbeStore {
  /** Whoever records readings does it alone: two nodes may look at the same moment. */
  async alone(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('probe_run'))`;
  }

  async latest(tx: Tx): Promise<Map<string, StoredRun>> {
    const rows = await tx.probeRun.findMany({ distinct: ['componentId'], orderBy: [{ componentId: 'asc' }, { from: 'desc' }] });
    return new Map(rows.map((row) => [row.componentId, row]));
  }

  async begin(tx: Tx, run: Prisma.ProbeRunCreateManyInput): Promise<void> {
    await tx.probeRun.createMany({ data: [run] });
  }

  async extend(tx: Tx, id: string, seenUntil: Date): Promise<void> {
    await tx.probeRun.updateMany({ where: { id }, data: { seenUntil } });
  }

  /** All that tell of a span. */
  about(tx: Tx, from: Date, until: Date): Promise<StoredRun[]> {
    return tx.probeRun.findMany({ where: { from: { lt: until }, seenUntil: { gte: from } }, orderBy: { from: 'asc' } });
  }
}
