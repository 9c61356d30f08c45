import { instantOf, usOf } from '../model/instant.js';
import type { Verdict } from '../model/verdict.js';
import { nameOf, type Subject } from './limiter.js';

/** A term of the contract that begins meanwhile is heard of after this time. */
const KNOWN_MS = 50;
/** Two clocks that are both kept in step with the world's drift apart by less in that time. */
const DRIFT_MS = 0.1;
const MOST_KNOWN = 10_000;

interface Known {
  verdict: Verdict;
  askedMs: number;
  answeredMs: number;
}

const isByRate = ({ accepted, refusedBy }: Verdict): boolean => !accepted && (refusedBy === 'tenant' || refusedBy === 'key' || refusedBy === 'test');

/**
 * Refusals that the store would only repeat, so that one who hammers waits for no connection and holds none. They are exact:
 * a ring is full until its N-th last accepted call is a second old, and that call can only become a later one. By this
 * node's clock the second ends no earlier than the wait that was named after the question was sent, because the store
 * decided after that; and whoever is told to come again is told the wait from when the answer came, which is no earlier.
 * Times are the process's own, which nobody can set, in milliseconds.
 */
export class KnownRefusals {
  readonly #known = new Map<string, Known>();

  note(subject: Subject, verdict: Verdict, askedMs: number, answeredMs: number): void {
    if (!isByRate(verdict)) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(nameOf(subject), { verdict, askedMs, answeredMs });
  }

  find(subject: Subject, nowMs: number): Verdict | undefined {
    const name = nameOf(subject);
    const known = this.#known.get(name);
    if (!known) return undefined;
    const { verdict, askedMs, answeredMs } = known;
    const waitMs = verdict.retryAfterUs / 1_000;
    if (nowMs - askedMs >= Math.min(waitMs - DRIFT_MS, KNOWN_MS)) {
      this.#known.delete(name);
      return undefined;
    }
    return { ...verdict, at: instantOf(usOf(verdict.at) + Math.floor((nowMs - askedMs) * 1_000)), retryAfterUs: Math.ceil((answeredMs + waitMs - nowMs) * 1_000) };
  }
}
