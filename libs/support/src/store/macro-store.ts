import type { Prisma, Tx } from '@inkproof/platform';

export type StoredMacro = Prisma.DeskMacroGetPayload<object>;

/** Saved answers of the desk, in transactions of the provider's. */
export class MacroStore {
  /** Those that may be given, by name. */
  list(tx: Tx): Promise<StoredMacro[]> {
    return tx.deskMacro.findMany({ where: { retiredAt: null }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  async add(tx: Tx, macro: StoredMacro): Promise<void> {
    await tx.deskMacro.createMany({ data: [macro] });
  }

  /** Whether there is one to change that was not put away. */
  async change(tx: Tx, id: string, change: Prisma.DeskMacroUpdateManyMutationInput): Promise<boolean> {
    return (await tx.deskMacro.updateMany({ where: { id, retiredAt: null }, data: change })).count === 1;
  }
}
