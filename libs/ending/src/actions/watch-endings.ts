import type { Actor, Trail } from '@inkproof/audit';
import type { EndStatement } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id, type Ids } from '@inkproof/kernel';
import { FULL_LOOK, runIn, type Database, type Tx } from '@inkproof/platform';
import type { AskDeletion, DeletionStore } from '@inkproof/retention';
import { nextStepAfter, stepAt, type ServiceEnding } from '../model/service-end.js';
import type { EndingStore } from '../store/ending-store.js';
import type { TellOfEnd } from './tell-of-end.js';

/** Work of a tenant's that a domain has under way and stops for good when the service ends. */
export interface StopsWork {
  stop(tenantId: Id<'ten'>, by: Actor): Promise<void>;
}

const byItself = ({ id }: ServiceEnding): Actor => ({ kind: 'system', id, requestId: null });

const statementOf = ({ id, side, lastDay, endsAt, offeredAt }: ServiceEnding): EndStatement => ({
  id,
  side,
  last_day: lastDay,
  ended_at: endsAt.toISOString(),
  offered_at: offeredAt.map((at) => at.toISOString()),
  law: '个人信息保护法第二十一条',
});

/**
 * Does at its instant what the end of a service comes to: exports are offered again, what may go is erased by the one way,
 * and what was kept then is erased when its time is over. Rights have ended by then without anybody doing anything: the gate
 * reads the instant. Any number of nodes may look.
 */
export class WatchEndings {
  readonly #work: StopsWork[] = [];

  constructor(
    private readonly database: Database,
    private readonly ends: EndingStore,
    private readonly deletion: AskDeletion,
    private readonly deletions: DeletionStore,
    private readonly tell: TellOfEnd,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  register(work: StopsWork): void {
    this.#work.push(work);
  }

  /** How many endings were looked at. */
  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => this.ends.due(tx, this.clock.now(), FULL_LOOK));
    for (const tenantId of due) await this.#look(tenantId);
    return due.length;
  }

  async #look(tenantId: Id<'ten'>): Promise<void> {
    const seen = await this.database.asProvider((tx) => this.ends.standing(tx, tenantId));
    if (!seen) return;
    // What is under way is no longer anybody's, and what it holds could not be erased while it runs.
    if (stepAt(seen, this.clock.now()) === 'end') for (const work of this.#work) await work.stop(tenantId, byItself(seen));
    const goes = seen.endedAt ? await this.#goes(seen) : undefined;
    await this.database.asProviderOf(tenantId, async (tx) => {
      const ending = await this.ends.hold(tx, tenantId);
      const now = this.clock.now();
      // Another node may be faster.
      if (!ending || !(await this.ends.isDue(tx, ending, now))) return;
      const step = stepAt(ending, now);
      if (step === 'offer') return this.#offer(tx, ending, now);
      if (step === 'end') return this.#end(tx, ending, now);
      if (goes) await this.#followUp(tx, ending, goes, now);
    });
  }

  async #offer(tx: Tx, ending: ServiceEnding, now: Date): Promise<void> {
    const offered = { ...ending, offeredAt: [...ending.offeredAt, now] };
    await this.ends.advance(tx, ending, { offeredAt: offered.offeredAt }, nextStepAfter(offered, now));
    await this.tell.theTenant(tx, offered, 'service.ending_soon');
  }

  async #end(tx: Tx, ending: ServiceEnding, now: Date): Promise<void> {
    const { id, tenantId, side, lastDay, offeredAt } = ending;
    const deletion = this.ids.next('del');
    await this.trail.appendToBoth(tx, tenantId, { action: 'ending.came', by: byItself(ending), targets: [id, tenantId, deletion], details: { side, last_day: lastDay, offers: offeredAt.length, deletion } });
    await this.deletion.afterService(runIn(tx), tenantId, deletion, statementOf(ending), byItself(ending));
    const ended = { ...ending, endedAt: now, deletionId: deletion };
    await this.ends.advance(tx, ending, { endedAt: now, deletionId: deletion }, nextStepAfter(ended, now));
    await this.tell.both(tx, ended, 'service.ended');
  }

  /** What is left, once the deletion of the end is done: nothing, nothing that may go yet, or something that may. */
  async #goes({ tenantId, deletionId }: ServiceEnding): Promise<'not_yet' | 'nothing' | 'something' | 'all_gone'> {
    const first = await this.database.changeAsTenant(tenantId, (run) => this.deletions.find(run, tenantId, deletionId!));
    if (first?.state !== 'done') return 'not_yet';
    const { total, erasable } = await this.deletion.preview(tenantId, { everything: 'tenant' });
    return total === 0 ? 'all_gone' : erasable.length === 0 ? 'nothing' : 'something';
  }

  async #followUp(tx: Tx, ending: ServiceEnding, goes: 'not_yet' | 'nothing' | 'something' | 'all_gone', now: Date): Promise<void> {
    if (goes === 'something') await this.deletion.afterService(runIn(tx), ending.tenantId, this.ids.next('del'), statementOf(ending), byItself(ending));
    const next = { all_gone: null, not_yet: new Date(now.getTime() + DAY_MS), nothing: nextStepAfter(ending, now), something: nextStepAfter(ending, now) };
    await this.ends.advance(tx, ending, {}, next[goes]);
  }
}
