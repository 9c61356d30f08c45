import type { DeletionSelection, RecordClass } from '@inkproof/contract';
import type { PeriodStart } from './period.js';

/** A thing that somebody wants to erase, with all that a hold on it may be said by. */
export interface Holdable {
  id: string;
  /** Keyed hashes of the people it tells of. */
  subjects: readonly Uint8Array[];
  /** Ids of what it came from or went into: a hold on those is one on this. */
  relatives: readonly string[];
}

/** A thing as it stands, locked. */
export interface Found extends Holdable {
  start: PeriodStart;
}

/** What went with one thing. */
export interface Erased {
  id: string;
  /** Names under which the things were sealed whose data keys are destroyed. */
  keys: readonly string[];
  /** Where sealed bytes of it lay outside of the database. */
  blobs: readonly string[];
}

/** A thing whose time is over, of any tenant. */
export interface Expired {
  id: string;
  tenantId: string;
  dueAt: Date;
}

/** Where a look through what has expired goes on. */
export type Place = Pick<Expired, 'id' | 'dueAt'>;

/** How to reach what is kept of one class, as the domain that keeps it knows. `Access` is the transaction. */
export interface ErasableKind<Access> {
  class: RecordClass;
  /** How its ids begin. Absent where it is all that its class is made of. */
  prefix?: string;
  /** Classes of what relies on it, and so goes before it. */
  after?: readonly RecordClass[];
  /** Rows of these ids, which are in order, locked until the transaction ends. Ids of nothing are left out. */
  lock(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly Found[]>;
  /** Destroys keys and takes away what they sealed. */
  destroy(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly Erased[]>;
  /** Ids, of those that were erased, of which a row or a key is left. */
  left(access: Access, tenantId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** What a selection means: ids in order, behind one. Absent where nobody selects such things. */
  select?(access: Access, tenantId: string, selection: DeletionSelection, afterId: string, size: number): Promise<readonly string[]>;
  count?(access: Access, tenantId: string, selection: DeletionSelection): Promise<number>;
  /** What has expired at an instant, of all tenants, oldest first, behind a place. Absent where nothing expires. */
  expired?(at: Date, after: Place, size: number): Promise<readonly Expired[]>;
}
