import type { Clock } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { calledAt, minutesToNext } from '../model/rota.js';
import type { RotaStore } from '../store/rota-store.js';

const MINUTE_MS = 60_000;

/** A call as the rota has it now. */
export interface Called {
  level: number;
  /** Null for the whole desk: nobody is on call, or whoever was is no longer of the staff. */
  called: string | null;
  calledName: string | null;
  at: Date;
  /** When the next level is called; null at the end of the chain. */
  nextAt: Date | null;
}

/** Whom a call goes to, the first of which is of level 0, and when the next one follows. */
export class AskRota {
  constructor(
    private readonly rota: RotaStore,
    private readonly clock: Clock,
  ) {}

  async at(tx: Tx, level: number): Promise<Called> {
    const [rota, at] = [await this.rota.current(tx), this.clock.now()];
    const person = calledAt(rota, level, at.getTime());
    const name = person === null ? null : await this.rota.nameOf(tx, person);
    const minutes = minutesToNext(rota, level);
    return { level, called: name === null ? null : person, calledName: name, at, nextAt: minutes === null ? null : new Date(at.getTime() + minutes * MINUTE_MS) };
  }
}
