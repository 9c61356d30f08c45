import type { Prisma, Tx } from '@inkproof/platform';
import type { IntakeReading } from '../model/intake.js';

export type StoredProof = Prisma.IntakeProofGetPayload<object>;
export type StoredGap = Prisma.IntakeGapGetPayload<object>;

/** A gap is known long before so many tries. */
const MOST_SINCE = 100;

export const readingOf = ({ at, met }: StoredProof): IntakeReading => ({ at: at.getTime(), met });

/** What became of the tries to have a ticket taken, and the times in which none was. */
export class IntakeStore {
  async add(tx: Tx, proof: StoredProof): Promise<void> {
    await tx.intakeProof.createMany({ data: [proof] });
  }

  newest(tx: Tx): Promise<StoredProof | null> {
    return tx.intakeProof.findFirst({ orderBy: { at: 'desc' } });
  }

  /** The last that proved it and what came after, oldest first; from the first on where none ever did. */
  async sinceProven(tx: Tx): Promise<IntakeReading[]> {
    const proven = await tx.intakeProof.findFirst({ where: { met: null }, orderBy: { at: 'desc' } });
    const rows = await tx.intakeProof.findMany({ where: proven ? { at: { gte: proven.at } } : {}, orderBy: { at: 'asc' }, take: MOST_SINCE });
    return rows.map(readingOf);
  }

  /** All of a span, oldest first. */
  async about(tx: Tx, from: Date, until: Date): Promise<IntakeReading[]> {
    return (await tx.intakeProof.findMany({ where: { at: { gte: from, lt: until } }, orderBy: { at: 'asc' } })).map(readingOf);
  }

  /** Whoever looks for gaps does it alone: two nodes may look at the same moment. */
  async alone(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('intake_gap'))`;
  }

  running(tx: Tx): Promise<StoredGap | null> {
    return tx.intakeGap.findFirst({ where: { endedAt: null } });
  }

  async begin(tx: Tx, gap: Prisma.IntakeGapCreateManyInput): Promise<void> {
    await tx.intakeGap.createMany({ data: [gap] });
  }

  async end(tx: Tx, id: string, endedAt: Date): Promise<void> {
    await tx.intakeGap.updateMany({ where: { id }, data: { endedAt } });
  }

  /** Those that touch a span, newest first. */
  gaps(tx: Tx, from: Date, until: Date): Promise<StoredGap[]> {
    return tx.intakeGap.findMany({ where: { from: { lt: until }, OR: [{ endedAt: null }, { endedAt: { gt: from } }] }, orderBy: { from: 'desc' } });
  }
}
