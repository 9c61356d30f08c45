import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type RotaPlan } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { Rota } from '../model/rota.js';
import type { RotaStore } from '../store/rota-store.js';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const rotaOf = ({ shifts, covers, chain }: RotaPlan): Rota => ({
  shifts: shifts.map(({ person, weekday, from, minutes }) => ({ person, weekday, fromMinute: minuteOf(from), minutes })),
  covers: covers.map(({ person, from, to }) => ({ person, from: Date.parse(from), to: Date.parse(to) })),
  chain: chain.map(({ person, after_minutes }) => ({ person, afterMinutes: after_minutes })),
});

/** Says anew who is on call, as a whole. */
export class KeepRota {
  constructor(
    private readonly database: Database,
    private readonly rota: RotaStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  set(plan: RotaPlan, by: Actor): Promise<void> {
    return this.database.asProvider(async (tx) => {
      const staff = new Set((await this.rota.staff(tx)).map(({ id }) => id));
      const { shifts, covers, chain } = plan;
      if ([...shifts, ...covers, ...chain].some(({ person }) => !staff.has(person))) throw new Refusal('staff.not_found', 'Everybody on the rota is of the staff. Take out who has left.');
      const id = this.ids.next('rot');
      await this.rota.add(tx, { id, madeAt: this.clock.now(), madeBy: by.id }, rotaOf(plan));
      await this.trail.append(tx, 'provider', { action: 'rota.set', by, targets: [id], details: { shifts: shifts.length, covers: covers.length, levels: chain.length } });
    });
  }
}
