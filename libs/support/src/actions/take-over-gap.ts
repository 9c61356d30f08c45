import type { Actor, Trail } from '@inkproof/audit';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { IntakeCallStore } from '../store/intake-call-store.js';
import type { IntakeStore } from '../store/intake-store.js';
import type { RotaStore } from '../store/rota-store.js';

/** Somebody of the staff says that they have heard: nobody else is called because of the gap that lasts. */
export class TakeOverGap {
  constructor(
    private readonly database: Database,
    private readonly store: IntakeStore,
    private readonly calls: IntakeCallStore,
    private readonly rota: RotaStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  by(by: Actor): Promise<void> {
    return this.database.asProvider(async (tx) => {
      await this.store.alone(tx);
      const gap = await this.store.running(tx);
      if (!gap) return;
      // Whoever took it first has it.
      if (await this.calls.take(tx, gap, { takenAt: this.clock.now(), takenBy: by.id, takenByName: await this.rota.nameOf(tx, by.id) })) await this.trail.append(tx, 'provider', { action: 'intake.taken_over', by, targets: [gap.id], details: {} });
    });
  }
}
