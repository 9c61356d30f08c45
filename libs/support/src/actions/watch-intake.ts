import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { gapIn } from '../model/intake.js';
import type { IntakeStore, StoredGap } from '../store/intake-store.js';
import type { CallToGap } from './call-to-gap.js';

const by: Actor = { kind: 'system', id: 'intake-watch', requestId: null };

/** Has somebody called while nothing proves that tickets are taken, and notes when it is proven again. On nodes that do not prove it: a worker that died would not say so. */
export class WatchIntake {
  constructor(
    private readonly database: Database,
    private readonly store: IntakeStore,
    private readonly calls: CallToGap,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async once(): Promise<number> {
    await this.database.asProvider(async (tx) => {
      await this.store.alone(tx);
      const readings = await this.store.sinceProven(tx);
      const [gap, running] = [gapIn(readings, this.clock.now().getTime()), await this.store.running(tx)];
      if (gap && running) await this.calls.goOn(tx, { ...running, met: gap.met });
      else if (gap) await this.#begin(tx, { from: new Date(gap.from), met: gap.met });
      else if (running) await this.#end(tx, running, new Date(readings[0]!.at));
    });
    return 0;
  }

  async #begin(tx: Tx, { from, met }: { from: Date; met: string | null }): Promise<void> {
    const id = this.ids.next('itg');
    await this.store.begin(tx, { id, from, foundAt: this.clock.now(), met });
    const called = await this.calls.begin(tx, { id, from, met });
    await this.trail.append(tx, 'provider', { action: 'intake.broke_off', by, targets: [id], details: { since: from.toISOString(), met, called } });
  }

  async #end(tx: Tx, gap: StoredGap, endedAt: Date): Promise<void> {
    await this.store.end(tx, gap.id, endedAt);
    await this.calls.end(tx, gap);
    await this.trail.append(tx, 'provider', { action: 'intake.proven_again', by, targets: [gap.id], details: { at: endedAt.toISOString() } });
  }
}
