import type { Clock, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { IntakeCallStore } from '../store/intake-call-store.js';
import type { StoredGap } from '../store/intake-store.js';
import type { AskRota } from './ask-rota.js';
import type { TellOfTicket } from './tell-of-ticket.js';

type Gap = Pick<StoredGap, 'id' | 'from' | 'met'>;

/** Calls whoever is on call because nothing proves that tickets are taken, and then up the chain until somebody has taken it over. Whoever asks has the gaps alone. */
export class CallToGap {
  constructor(
    private readonly calls: IntakeCallStore,
    private readonly asked: AskRota,
    private readonly tell: Pick<TellOfTicket, 'intakeBrokeOff'>,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Who was called; null for the whole desk. */
  begin(tx: Tx, gap: Gap): Promise<string | null> {
    return this.#call(tx, gap, 0);
  }

  async goOn(tx: Tx, gap: Gap): Promise<void> {
    const call = await this.calls.waiting(tx, gap, this.clock.now());
    if (!call) return;
    await this.calls.end(tx, gap);
    await this.#call(tx, gap, call.level + 1);
  }

  end(tx: Tx, gap: Gap): Promise<void> {
    return this.calls.end(tx, gap);
  }

  async #call(tx: Tx, { id, from, met }: Gap, level: number): Promise<string | null> {
    const call = await this.asked.at(tx, level);
    await this.calls.add(tx, { id: this.ids.next('itc'), gapId: id, ...call });
    await this.tell.intakeBrokeOff(tx, call.called, { since: from.toISOString(), met });
    return call.called;
  }
}
