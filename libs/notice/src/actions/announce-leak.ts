import type { LeakedKey, ReportLeak } from '@inkproof/identity';
import type { Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { messageOf } from '../model/message.js';
import type { DeliveryStore } from '../store/delivery-store.js';

/** Tells a tenant's webhooks that a key of theirs was reported as leaked and works no more, so that a program can put another in its place at once. */
export class AnnounceLeak {
  constructor(
    reports: ReportLeak,
    private readonly deliveries: DeliveryStore,
    private readonly ids: Ids,
  ) {
    reports.tellAlso((tx, tenantId, key) => this.#tell(tx, tenantId, key));
  }

  /** By what is no secret: the key's id, its label and its first characters. */
  async #tell(tx: Tx, tenantId: Id<'ten'>, { id, label, hint, where, at }: LeakedKey): Promise<void> {
    const body = messageOf('key.leaked', at, { id, label, hint, found_at: where, revoked_at: at });
    await this.deliveries.write(tx, tenantId, { event: 'key.leaked', subject: id, body, at }, () => this.ids.next('dlv'));
  }
}
