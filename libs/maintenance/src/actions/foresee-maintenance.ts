import { Refusal, type MaintenanceRecipients } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Foreseen, ForeseenTotals, ForeseeNotice } from '@inkproof/notice';
import { runIn, type Database, type Run, type Tx } from '@inkproof/platform';
import { forecast } from '../model/forecast.js';
import { touchedBy } from '../model/touch.js';
import { published } from '../model/window.js';
import type { WindowStore } from '../store/window-store.js';

type Message = MaintenanceRecipients['message'];

export interface RecipientsAsked {
  message: Message;
  search?: string;
  above?: string;
  size: number;
}

interface Told {
  at: Date | null;
  run: Run;
  kind: `maintenance.${Message}`;
  audience: { components: string[]; plans: string[] };
}

/** Exactly who would be told a message of a window, and on which way. */
export class ForeseeMaintenance {
  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly foresee: ForeseeNotice,
    private readonly clock: Clock,
  ) {}

  of(id: Id<'mnt'>, { message, ...asked }: RecipientsAsked): Promise<{ at: Date | null; totals: ForeseenTotals; rows: Foreseen[] }> {
    return this.database.asProvider(async (tx) => {
      const { at, run, kind, audience } = await this.#told(tx, id, message);
      return { at, totals: await this.foresee.totals(run, kind, audience), rows: await this.foresee.page(run, kind, audience, asked) };
    });
  }

  /** The rows alone, for a file that is written page by page. */
  rows(id: Id<'mnt'>, { message, ...asked }: RecipientsAsked): Promise<{ at: Date | null; rows: Foreseen[] }> {
    return this.database.asProvider(async (tx) => {
      const { at, run, kind, audience } = await this.#told(tx, id, message);
      return { at, rows: await this.foresee.page(run, kind, audience, asked) };
    });
  }

  async #told(tx: Tx, id: Id<'mnt'>, message: Message): Promise<Told> {
    const window = await this.store.find(tx, id);
    if (!window) throw new Refusal('maintenance.not_found');
    const { now: content } = window;
    const life = window.publishedAt === null ? published(window, this.clock.now()) : window;
    const at = forecast(content, life.announcedAt!).find((one) => one.message === message)?.at ?? null;
    return { at, run: runIn(tx), kind: `maintenance.${message}`, audience: { components: touchedBy(content.impacts), plans: content.plans } };
  }
}
