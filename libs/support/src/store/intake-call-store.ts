import type { Prisma, Tx } from '@inkproof/platform';
import type { StoredGap } from './intake-store.js';

export type StoredIntakeCall = Prisma.IntakeCallGetPayload<object>;

/** Who was called because nothing proved that tickets are taken. In transactions of the provider's; whoever writes has the gaps alone. */
export class IntakeCallStore {
  async add(tx: Tx, call: Prisma.IntakeCallCreateManyInput): Promise<void> {
    await tx.intakeCall.createMany({ data: [call] });
  }

  /** Of a gap, in the order in which they were called. */
  of(tx: Tx, { id }: Pick<StoredGap, 'id'>): Promise<StoredIntakeCall[]> {
    return tx.intakeCall.findMany({ where: { gapId: id }, orderBy: { level: 'asc' } });
  }

  /** That after which the next is to be called by now. */
  waiting(tx: Tx, { id }: Pick<StoredGap, 'id'>, now: Date): Promise<StoredIntakeCall | null> {
    return tx.intakeCall.findFirst({ where: { gapId: id, nextAt: { lte: now } } });
  }

  /** Nobody is called after any of them. */
  async end(tx: Tx, { id }: Pick<StoredGap, 'id'>): Promise<void> {
    await tx.intakeCall.updateMany({ where: { gapId: id }, data: { nextAt: null } });
  }

  /** Whether there was one that nobody had taken. */
  async take(tx: Tx, { id }: Pick<StoredGap, 'id'>, taken: { takenAt: Date; takenBy: string; takenByName: string | null }): Promise<boolean> {
    const { count } = await tx.intakeCall.updateMany({ where: { gapId: id, takenAt: null }, data: { ...taken, nextAt: null } });
    return count > 0;
  }
}
