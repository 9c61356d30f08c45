import type { DeskFilter } from '@inkproof/contract';
import type { Prisma, Tx } from '@inkproof/platform';

export type StoredView = Omit<Prisma.DeskViewGetPayload<object>, 'filter'> & { filter: DeskFilter };

// Written from this type alone, so it has its shape.
const read = <Row extends { filter: unknown }>(row: Row) => row as Row & { filter: DeskFilter };

/** Saved views of the desk, in transactions of the provider's. */
export class ViewStore {
  /** Somebody's own and those that everybody has, by name. */
  async list(tx: Tx, me: string): Promise<StoredView[]> {
    return (await tx.deskView.findMany({ where: { retiredAt: null, OR: [{ keptBy: me }, { shared: true }] }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(read);
  }

  /** One that somebody sees. */
  async find(tx: Tx, id: string, me: string): Promise<StoredView | undefined> {
    const row = await tx.deskView.findFirst({ where: { id, retiredAt: null, OR: [{ keptBy: me }, { shared: true }] } });
    return row ? read(row) : undefined;
  }

  countOwn(tx: Tx, me: string): Promise<number> {
    return tx.deskView.count({ where: { keptBy: me, retiredAt: null } });
  }

  countShared(tx: Tx): Promise<number> {
    return tx.deskView.count({ where: { shared: true, retiredAt: null } });
  }

  async add(tx: Tx, view: StoredView): Promise<void> {
    await tx.deskView.createMany({ data: [view] });
  }

  async change(tx: Tx, id: string, change: Partial<Pick<StoredView, 'name' | 'filter' | 'shared' | 'changedAt' | 'retiredAt'>>): Promise<void> {
    await tx.deskView.updateMany({ where: { id }, data: change });
  }
}
