import type { Clock } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { recordAfter, type TicketRecord } from '../model/figures.js';
import type { FigureStore, FiguredTicket } from '../store/figure-store.js';

export type KnownTicket = Omit<FiguredTicket, 'events'> & { record: TicketRecord };

/** So many tickets are folded at once. */
const STRIDE = 500;
/** Clocks of nodes may differ by a little, and what was written is seen when its transaction ends. */
const OVERLAP_MS = 60_000;

/** What each ticket adds to the figures, in the memory of this node from when somebody first asks; then only what was written on since is folded anew. */
export class RecallRecords {
  readonly #known = new Map<string, KnownTicket>();
  #since: Date | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly figures: FigureStore,
    private readonly clock: Clock,
  ) {}

  /** As the store has them now. Who asks while another look is under way looks after it. */
  async all(): Promise<KnownTicket[]> {
    const looked = this.#turn.then(() => this.#look());
    this.#turn = looked.catch(() => undefined);
    await looked;
    return [...this.#known.values()];
  }

  async #look(): Promise<void> {
    const now = this.clock.now();
    for (let beyond: string | undefined, more = true; more; ) {
      const tickets = await this.#in((tx) => this.figures.changed(tx, this.#since, beyond, STRIDE));
      for (const { events, ...ticket } of tickets) {
        const record = events.reduce<TicketRecord | null>((known, event) => recordAfter(known, event), null);
        if (record) this.#known.set(ticket.id, { ...ticket, record });
      }
      more = tickets.length === STRIDE;
      beyond = tickets.at(-1)?.id;
    }
    this.#since = new Date(now.getTime() - OVERLAP_MS);
    if ((await this.#in((tx) => this.figures.count(tx))) !== this.#known.size) await this.#forget();
  }

  /** What was erased is erased here too. */
  async #forget(): Promise<void> {
    const standing = new Set(await this.#in((tx) => this.figures.ids(tx)));
    for (const id of this.#known.keys()) if (!standing.has(id)) this.#known.delete(id);
  }

  #in<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.database.asProvider(read);
  }
}
