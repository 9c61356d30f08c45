import type { DeletionSelection, RecordClass } from '@inkproof/contract';
import type { ErasableKind, Erased, Expired, Found, Place } from './erasable.js';

/** One of several kinds that a class is made of. Their ids tell them apart. */
export type KindOfClass<Access> = ErasableKind<Access> & Required<Pick<ErasableKind<Access>, 'prefix'>>;

const inOrder = (one: Expired, other: Expired): number => one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Several kinds of one class, as one: whoever erases goes through them in the order of their ids, and needs not know how many there are. */
export class KindsOfClass<Access> implements ErasableKind<Access> {
  readonly class: RecordClass;
  readonly after: readonly RecordClass[];
  readonly #kinds: readonly KindOfClass<Access>[];

  constructor(recordClass: RecordClass, kinds: readonly KindOfClass<Access>[]) {
    this.class = recordClass;
    this.after = kinds.flatMap(({ after = [] }) => after);
    this.#kinds = [...kinds].sort(({ prefix: one }, { prefix: other }) => (one < other ? -1 : 1));
  }

  lock(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly Found[]> {
    return this.#each(ids, (kind, own) => kind.lock(access, tenantId, own));
  }

  destroy(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly Erased[]> {
    return this.#each(ids, (kind, own) => kind.destroy(access, tenantId, own));
  }

  left(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly string[]> {
    return this.#each(ids, (kind, own) => kind.left(access, tenantId, own));
  }

  /** Of one kind at a time, so that what one kind is held by in another may have gone in the transaction before. */
  async select(access: Access, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<readonly string[]> {
    for (const kind of this.#kinds) {
      const ids = (await kind.select?.(access, tenantId, selection, afterId, size)) ?? [];
      if (ids.length > 0) return ids;
    }
    return [];
  }

  async count(access: Access, tenantId: string, selection: DeletionSelection): Promise<number> {
    let count = 0;
    for (const kind of this.#kinds) count += (await kind.count?.(access, tenantId, selection)) ?? 0;
    return count;
  }

  async expired(at: Date, after: Place, size: number): Promise<readonly Expired[]> {
    const due = await Promise.all(this.#kinds.map((kind) => kind.expired?.(at, after, size) ?? []));
    return due.flat().sort(inOrder).slice(0, size);
  }

  async #each<Result>(ids: readonly string[], work: (kind: KindOfClass<Access>, own: readonly string[]) => Promise<readonly Result[]>): Promise<Result[]> {
    const results: Result[] = [];
    for (const kind of this.#kinds) {
      const own = ids.filter((id) => id.startsWith(`${kind.prefix}_`));
      if (own.length > 0) results.push(...(await work(kind, own)));
    }
    return results;
  }
}
