/** Whether somebody waits for the answer, or nobody does. */
export type Urgency = 'call' | 'job';

/** A page's claim to a reader. */
export interface Turn {
  readonly lane: string;
  /** Turns of this lane that may be at work together. */
  readonly laneLimit: number;
  readonly urgency: Urgency;
}

/** While both wait, every fourth start is a job's: calls hardly notice, and jobs move even on a node that is never idle. */
const CALLS_PER_JOB = 3;

/**
 * Who is next. Lanes take turns page by page, so a lane with 500 pages holds nobody up for longer than one of them;
 * within a lane the order is that of the asking.
 */
export class FairQueue<T extends Turn> {
  /** A map remembers insertion order; a lane that was served is put in anew, so the first one has waited longest. */
  readonly #waiting: Record<Urgency, Map<string, T[]>> = { call: new Map(), job: new Map() };
  readonly #atWork = new Map<string, number>();
  #callsInARow = 0;

  get isEmpty(): boolean {
    return this.#waiting.call.size + this.#waiting.job.size === 0;
  }

  add(turn: T): void {
    this.#laneOf(turn).push(turn);
  }

  /** Before all others of its lane: it has waited its turn once. */
  addFirst(turn: T): void {
    this.#laneOf(turn).unshift(turn);
  }

  /** The next turn that may begin; it is at work until `done`. */
  take(): T | undefined {
    const order: Urgency[] = this.#callsInARow < CALLS_PER_JOB ? ['call', 'job'] : ['job', 'call'];
    for (const urgency of order) {
      const turn = this.#takeOf(this.#waiting[urgency]);
      if (!turn) continue;
      this.#callsInARow = urgency === 'call' ? this.#callsInARow + 1 : 0;
      this.#atWork.set(turn.lane, this.atWork(turn.lane) + 1);
      return turn;
    }
    return undefined;
  }

  done({ lane }: T): void {
    const left = this.atWork(lane) - 1;
    if (left > 0) this.#atWork.set(lane, left);
    else this.#atWork.delete(lane);
  }

  drop(isUnwanted: (turn: T) => boolean): void {
    for (const lanes of Object.values(this.#waiting)) {
      for (const [lane, turns] of lanes) {
        const wanted = turns.filter((turn) => !isUnwanted(turn));
        if (wanted.length > 0) lanes.set(lane, wanted);
        else lanes.delete(lane);
      }
    }
  }

  atWork(lane: string): number {
    return this.#atWork.get(lane) ?? 0;
  }

  #laneOf({ urgency, lane }: T): T[] {
    const lanes = this.#waiting[urgency];
    const turns = lanes.get(lane) ?? [];
    lanes.set(lane, turns);
    return turns;
  }

  #takeOf(lanes: Map<string, T[]>): T | undefined {
    for (const [lane, turns] of lanes) {
      const [turn] = turns;
      // A lane at its limit keeps its place in the round for when it falls below.
      if (!turn || this.atWork(lane) >= turn.laneLimit) continue;
      turns.shift();
      lanes.delete(lane);
      if (turns.length > 0) lanes.set(lane, turns);
      return turn;
    }
    return undefined;
  }
}
