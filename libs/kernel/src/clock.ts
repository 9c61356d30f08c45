/** Where the time comes from. Nothing else in this house calls `new Date()`. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's own time, which anybody may set. Nodes take the store's instead, and quotas ask it every time (`quota_take`). */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock for specs. It moves when it is told to and at no other time. */
export class StillClock extends Clock {
  #at: number;

  constructor(at = '2026-11-22T04:00:00.000Z') {
    super();
    this.#at = Date.parse(at);
  }

  now(): Date {
    return new Date(this.#at);
  }

  advance(durationMs: number): void {
    this.#at += durationMs;
  }
}
