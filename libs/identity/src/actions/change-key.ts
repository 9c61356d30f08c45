import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { stateOf, type ApiKey, type KeyTerms } from '../model/api-key.js';
import type { KeyStore } from '../store/key-store.js';
import { checkTerms } from './check-key-terms.js';

/** Changes what a key may do and from where, from the next call on. One that ended stays as it was. */
export class ChangeKey {
  constructor(
    private readonly database: Database,
    private readonly store: KeyStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(tenantId: Id<'ten'>, id: Id<'key'>, asked: Partial<KeyTerms>, by: Actor): Promise<ApiKey> {
    return this.database.asTenant(tenantId, (tx) => this.in(tx, tenantId, id, asked, by));
  }

  /** The same as a part of a larger act. */
  async in(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>, asked: Partial<KeyTerms>, by: Actor): Promise<ApiKey> {
    const before = await this.store.hold(tx, tenantId, id);
    if (!before) throw new Refusal('key.not_found');
    if (!['active', 'retiring'].includes(stateOf(before, this.clock.now()))) throw new Refusal('key.ended', 'The key does not work any more, and cannot be changed.');
    await this.store.change(tx, tenantId, id, checkTerms(asked, { now: this.clock.now(), tenantQuota: await this.store.tenantQuota(tx, tenantId) }));
    const after = (await this.store.read(tx, tenantId, id))!;
    const changed = Object.keys(asked).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    await this.trail.append(tx, tenantId, { action: 'key.changed', by, targets: [id], details: { changed }, before: loggable(before), after: loggable(after) });
    return after;
  }
}

/** Moments as text, because a digest is of JSON. */
const loggable = (key: ApiKey): unknown => JSON.parse(JSON.stringify(key)) as unknown;
