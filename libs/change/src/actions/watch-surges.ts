import type { Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { isSurge, SURGE_FLOOR_PER_MINUTE, SURGE_OVER_AFTER_MS, type Traffic } from '../model/surge.js';
import type { SecurityStore } from '../store/security-store.js';
import { byItself } from './carry-out.js';
import type { OpenSecurity } from './open-security.js';
import type { TellOfSecurity } from './tell-of-security.js';

/** Sees when a tenant is called far more often than is usual for it, and tells both sides, once for each time. Any number of nodes may look. */
export class WatchSurges {
  constructor(
    private readonly database: Database,
    private readonly store: SecurityStore,
    private readonly open: OpenSecurity,
    private readonly tell: TellOfSecurity,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** How many tenants have a surge now. */
  async once(): Promise<number> {
    const now = this.clock.now();
    const surges = (await this.database.asProvider((tx) => this.store.busy(tx, SURGE_FLOOR_PER_MINUTE))).filter(isSurge);
    for (const { tenantId, ...traffic } of surges) await this.#seen(tenantId, traffic, now);
    await this.database.asProvider((tx) => this.store.end(tx, new Date(now.getTime() - SURGE_OVER_AFTER_MS), now));
    return surges.length;
  }

  #seen(tenantId: Id<'ten'>, { callsPerMinute, usualPerMinute }: Traffic, now: Date): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      if (await this.store.seenAgain(tx, tenantId, now)) return;
      const usual = usualPerMinute ?? 0;
      const words = `${callsPerMinute} calls in a minute, where about ${usual.toFixed(1)} are usual. Is it yours? Tell us here, or report what you see.`;
      const notice = await this.open.in(tx, tenantId, 'abnormal_traffic', { words, priority: 'p2', by: byItself }, { origin: 'detected', since: now, at: now, seenAt: now, callsPerMinute, usualPerMinute: usual });
      const { id, ticketId: ticket } = notice;
      await this.trail.appendToBoth(tx, tenantId, { action: 'security.suspected', by: byItself, targets: [id, ticket], details: { calls_per_minute: callsPerMinute, usual_per_minute: usual, ticket } });
      await this.tell.suspected(tx, notice);
    });
  }
}
