import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { isToProve, SLOW_MS } from '../model/intake.js';
import { readingOf, type IntakeStore } from '../store/intake-store.js';
import { metAt, type IntakeDoor } from './intake-door.js';
import type { PassOverDesk } from './pass-over-desk.js';

const SUBJECT = '受理自检 Intake proof';
const ASKED = '由系统发出，无需处理。 Sent by the service itself; nobody has to act.';
const ANSWERED = '已见于工单台。 Seen at the desk.';
/** An install is started as a whole: the API may need as long as whoever calls it. */
const SETTLED_AFTER_MS = 15_000;

/** A ticket every quarter of an hour, day and night, by the door that tenants use: it has to come to the desk, and the desk's answer back. */
export class ProveIntake {
  readonly #triesFrom: number;

  constructor(
    private readonly database: Database,
    private readonly store: IntakeStore,
    private readonly door: IntakeDoor,
    private readonly desk: PassOverDesk,
    private readonly ids: Ids,
    private readonly clock: Clock,
    settledAfterMs = SETTLED_AFTER_MS,
  ) {
    this.#triesFrom = clock.now().getTime() + settledAfterMs;
  }

  async once(): Promise<number> {
    const at = this.clock.now();
    if (at.getTime() < this.#triesFrom) return 0;
    const last = await this.database.asProvider((tx) => this.store.newest(tx));
    if (!isToProve(last ? readingOf(last) : undefined, at.getTime())) return 0;
    const met = await this.#try().catch(metAt);
    const tookMs = Math.max(0, this.clock.now().getTime() - at.getTime());
    await this.database.asProvider((tx) => this.store.add(tx, { id: this.ids.next('itp'), at, met: met ?? (tookMs > SLOW_MS ? 'slow' : null), tookMs }));
    await this.desk.close();
    return 0;
  }

  /** What was met instead of a ticket that was taken and answered, or null. */
  async #try(): Promise<string | null> {
    const id = await this.door.open(SUBJECT, ASKED);
    if (!(await this.desk.answer(id, ANSWERED))) return 'not_at_desk';
    return (await this.door.isAnswered(id)) ? null : 'answer_not_read';
  }
}
