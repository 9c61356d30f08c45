import type { Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { AddressRefused, NotFetched, type Database, type SafeFetch } from '@inkproof/platform';
import { waitBeforeNext, wantsNoMore, wasTaken } from '../model/backoff.js';
import type { Attempt, Delivery } from '../model/webhook.js';
import type { DeliveryStore } from '../store/delivery-store.js';
import type { WebhookStore } from '../store/webhook-store.js';
import { signedHeaders } from './webhook-secret.js';

/** As Standard Webhooks advises: a receiver that needs longer should take the message first and work on it afterwards. */
const TIMEOUT_MS = 20_000;

const NO_MORE = { state: 'failed', nextAttemptAt: null } as const;

/** One attempt at one delivery, and what follows from it. */
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly fetch: SafeFetch,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly chance: () => number,
  ) {}

  async once(tenantId: Id<'ten'>, id: Id<'dlv'>): Promise<void> {
    const due = await this.deliveries.due(tenantId, id);
    if (!due) return;
    if (!due.enabled) return this.deliveries.giveUp(tenantId, id);
    const at = this.clock.now();
    const headers = { 'content-type': 'application/json', ...signedHeaders(id, at, due.body, await this.webhooks.secrets(tenantId, due.webhookId, at)) };
    const attempt = await this.#post(due.url, headers, due.body, at);
    await this.deliveries.settle(tenantId, id, due.attempts + 1, attempt, this.#next(attempt, due.attempts + 1));
    if (wantsNoMore(attempt.status)) await this.#silence(tenantId, due.webhookId);
  }

  async #silence(tenantId: Id<'ten'>, id: Id<'whk'>): Promise<void> {
    await this.database.asTenant(tenantId, async (tx) => {
      await this.webhooks.change(tx, tenantId, id, { enabled: false });
      const by = { kind: 'system', id: 'deliveries', requestId: null } as const;
      await this.trail.append(tx, tenantId, { action: 'webhook.changed', by, targets: [id], details: { changed: ['enabled'] }, reason: 'The receiver answered 410 Gone' });
    });
  }

  async #post(url: string, headers: Record<string, string>, body: string, at: Date): Promise<Attempt> {
    const startedMs = performance.now();
    const done = (status: number | null, error: string | null): Attempt => ({ at, durationMs: Math.round(performance.now() - startedMs), status, error });
    try {
      const { status } = await this.fetch.post(url, { headers, body, timeoutMs: TIMEOUT_MS });
      return done(status, null);
    } catch (error) {
      if (error instanceof AddressRefused || error instanceof NotFetched) return done(null, error.because);
      throw error;
    }
  }

  #next({ at, status }: Attempt, attempts: number): { state: Delivery['state']; nextAttemptAt: Date | null } {
    if (wasTaken(status)) return { state: 'delivered', nextAttemptAt: null };
    const waitMs = wantsNoMore(status) ? undefined : waitBeforeNext(attempts, this.chance());
    return waitMs === undefined ? NO_MORE : { state: 'waiting', nextAttemptAt: new Date(at.getTime() + waitMs) };
  }
}
