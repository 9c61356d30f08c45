import { DeadlineExceeded, PoolBusy } from '../pool/errors.js';
import { FairQueue, type Turn } from '../pool/fair-queue.js';

/** For whom a form of a result is made. */
export interface FormOrder {
  /** Whose turn it takes: lanes are served one after the other, and each has one form at work. */
  lane: string;
  /** For the waiting and the making together; without it, it may wait as long as somebody wants it. */
  deadlineMs?: number | undefined;
  /** Aborted when nobody wants it any more. */
  signal?: AbortSignal | undefined;
}

interface Waiting extends Turn {
  begin: () => Promise<unknown>;
}

/** No lane fills the queue alone: what it may not have is there for the others. */
const LANE_SHARE = 0.5;

/** What is made for callers outside of the process that answers them: by so many at once, by lanes in turn, and for nobody who has gone. */
export class Turns {
  readonly #queue = new FairQueue<Waiting>();
  readonly #waiting = new Set<Waiting>();
  #atWork = 0;

  constructor(private readonly limits: { what: string; atOnce: number; waiting: number }) {}

  /** Rejects as the work does, with `PoolBusy`, `DeadlineExceeded` or the signal's reason. The work is told when to stop and settles when it has. */
  async take<T>({ lane, deadlineMs, signal }: FormOrder, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    this.#assertRoom(lane);
    const late = new AbortController();
    const timer = deadlineMs === undefined ? undefined : setTimeout(() => late.abort(new DeadlineExceeded(`It was not made within ${deadlineMs} ms`)), deadlineMs);
    try {
      return await this.#queued(lane, signal ? AbortSignal.any([late.signal, signal]) : late.signal, work);
    } finally {
      clearTimeout(timer);
    }
  }

  #assertRoom(lane: string): void {
    const { what, waiting: most } = this.limits;
    if (this.#waiting.size >= most) throw new PoolBusy(`${this.#waiting.size} ${what} wait to be made`);
    const ofLane = [...this.#waiting].filter((each) => each.lane === lane).length;
    if (ofLane >= most * LANE_SHARE) throw new PoolBusy(`${ofLane} ${what} of the same caller wait to be made`);
  }

  /** Settles as the work does, or with the reason as soon as it is told to stop; then it waits no longer. */
  #queued<T>(lane: string, stop: AbortSignal, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const begin = (): Promise<unknown> => {
        const working = work(stop);
        void working.then(resolve, reject);
        return working;
      };
      const own: Waiting = { lane, laneLimit: 1, urgency: 'call', begin };
      stop.addEventListener('abort', () => {
        reject(stop.reason);
        if (this.#waiting.delete(own)) this.#queue.drop((each) => each === own);
      });
      this.#waiting.add(own);
      this.#queue.add(own);
      this.#serve();
    });
  }

  #serve(): void {
    while (this.#atWork < this.limits.atOnce) {
      const next = this.#queue.take();
      if (!next) return;
      this.#waiting.delete(next);
      this.#atWork++;
      const leave = (): void => {
        this.#atWork--;
        this.#queue.done(next);
        this.#serve();
      };
      void next.begin().then(leave, leave);
    }
  }
}
