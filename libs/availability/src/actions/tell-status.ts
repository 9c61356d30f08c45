import type { Status } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { MakeStatus } from './make-status.js';

/** Anybody may ask, as often as they like: for so long all get the same. */
const KEPT_MS = 2_000;

/** The status for whoever asks the API. */
export class TellStatus {
  #made: { at: number; status: Promise<Status> } | undefined;

  constructor(
    private readonly making: MakeStatus,
    private readonly clock: Clock,
  ) {}

  recent(): Promise<Status> {
    const now = this.clock.now().getTime();
    if (this.#made && now - this.#made.at < KEPT_MS) return this.#made.status;
    const status = this.making.now();
    this.#made = { at: now, status };
    // A failure is nobody's status: the next one asks anew.
    status.catch(() => (this.#made = undefined));
    return status;
  }
}
