import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { NewNotice } from '../model/notice.js';
import type { NoticeStore } from '../store/notice-store.js';

/** The one door through which anything is told to people and programs. */
export class Notices {
  constructor(
    private readonly store: NoticeStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * In the act's own transaction: the provider's, or that of the one tenant it concerns. A worker spreads it afterwards.
   * Answers its id, or that of the one that said the same before.
   */
  publish(tx: Tx, notice: NewNotice): Promise<Id<'ntc'>> {
    return this.store.add(tx, this.ids.next('ntc'), notice, this.clock.now());
  }
}
