import { randomBytes } from 'node:crypto';
import { canonical, type Actor } from '@inkproof/audit';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import type { DeletionStore } from '../store/deletion-store.js';
import { holdsIn, type Under } from './erase.js';

export const SALT_BYTES = 16;

/** Deletions of a few things, written in the act that erases them when the first of them goes. Verifying is what is left to do. */
export class OpenDeletion {
  constructor(
    private readonly deletions: DeletionStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  asked(run: Run, tenantId: Id<'ten'>, ids: readonly string[], by: Actor): Under {
    return this.#under(run, tenantId, by, { origin: 'request', selection: canonical({ ids }), total: ids.length });
  }

  expired(run: Run, tenantId: Id<'ten'>, total: number, by: Actor): Under {
    return this.#under(run, tenantId, by, { origin: 'expiry', selection: null, total });
  }

  #under(run: Run, tenantId: Id<'ten'>, by: Actor, of: { origin: 'request' | 'expiry'; selection: string | null; total: number }): Under {
    const id = this.ids.next('del');
    const salt = randomBytes(SALT_BYTES);
    const now = this.clock.now();
    return {
      id,
      salt,
      by,
      open: (outcome) =>
        this.deletions.add(run, { ...of, id, tenantId, classes: [], state: 'verifying', requestedBy: by.id, requestedAt: now, beginsAt: now, erased: outcome.erased.length, held: outcome.held.size, kept: outcome.kept.length, holds: holdsIn(outcome), salt }),
    };
  }
}
