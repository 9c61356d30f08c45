import { Refusal } from '@inkproof/contract';

const RETRY_AFTER_MS = 5_000;

/**
 * How many calls of a node wait for news at once: streams of events and long polls. Each holds a connection, and nothing that is
 * followed needs more than one.
 */
export class StreamBudget {
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(
    private readonly most: number,
    private readonly mostOfTenant: number,
  ) {}

  get open(): number {
    return this.#all;
  }

  /** Answers how to let go of it. */
  hold(tenantId: string): () => void {
    const own = this.#open.get(tenantId) ?? 0;
    if (own >= this.mostOfTenant)
      throw new Refusal('capacity.too_many_streams', `${own} calls of your organisation follow or await jobs on this node already. Follow each job once and close what you no longer read, or be told by webhook.`, {
        limit: { name: 'streams', max: this.mostOfTenant, actual: own + 1 },
        retry_after_ms: RETRY_AFTER_MS,
      });
    if (this.#all >= this.most) throw new Refusal('capacity.too_many_streams', 'As many calls follow or await jobs on this node as it bears. You are within your own limit. Ask for the job without waiting, or try again shortly.', { retry_after_ms: RETRY_AFTER_MS });
    this.#count(tenantId, 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.#count(tenantId, -1);
      isHeld = false;
    };
  }

  #count(tenantId: string, change: number): void {
    this.#all += change;
    const own = (this.#open.get(tenantId) ?? 0) + change;
    if (own > 0) this.#open.set(tenantId, own);
    else this.#open.delete(tenantId);
  }
}
