import { Controller, Inject } from '@nestjs/common';
import { api, type DueReport, type RecordClass, type Sweep } from '@inkproof/contract';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { SweepExpired } from '../actions/sweep-expired.js';
import { SweepStore } from '../store/sweep-store.js';

const MINUTE_MS = 60_000;
const SHOWN = 50;

/** Erasing what has expired: what is due, and what was done. */
@Controller()
export class SweepController {
  constructor(
    @Inject(SweepExpired) private readonly sweep: SweepExpired,
    @Inject(SweepStore) private readonly sweeps: SweepStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.sweeps.due)
  async due(@Given.query(api.sweeps.due.query) { within_minutes }: { within_minutes: number }): Promise<DueReport> {
    const at = new Date(this.clock.now().getTime() + within_minutes * MINUTE_MS);
    const due = await this.sweep.look(at);
    return { at: at.toISOString(), items: due.map(({ recordClass, count, tenants, oldest, staying }) => ({ record_class: recordClass, count, tenants, oldest: oldest.toISOString(), staying })) };
  }

  @Answers(api.sweeps.list)
  async list(): Promise<{ items: Sweep[] }> {
    return {
      items: (await this.sweeps.list(SHOWN)).map(({ id, startedAt, seenAt, endedAt, due, erased, held, byClass }) => ({
        id: id as Id<'swp'>,
        started_at: startedAt.toISOString(),
        seen_at: seenAt.toISOString(),
        ended_at: endedAt?.toISOString() ?? null,
        due,
        erased,
        staying: held,
        by_class: Object.entries(byClass).map(([record_class, erased]) => ({ record_class: record_class as RecordClass, erased })),
      })),
    };
  }
}
