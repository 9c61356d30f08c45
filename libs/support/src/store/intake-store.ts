import type { Prisma, Tx } from '@inkproof/platform';
import type { IntakeReading } from '../model/intake.js';

export type StoredProof = Prisma.IntakeProofGetPayload<object>;

export const readingOf = ({ at, met }: StoredProof): IntakeReading => ({ at: at.getTime(), met });

/** What became of the tries to have a ticket taken. */
export class IntakeStore {
  async add(tx: Tx, proof: StoredProof): Promise<void> {
    await tx.intakeProof.createMany({ data: [proof] });
  }

  newest(tx: Tx): Promise<StoredProof | null> {
    return tx.intakeProof.findFirst({ orderBy: { at: 'desc' } });
  }
}
