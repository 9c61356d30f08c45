import type { Clock, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { HeldMailStore } from '../store/held-mail-store.js';
import type { TicketStore } from '../store/ticket-store.js';
import type { CameByMail } from './came-by-mail.js';
import type { Writer } from './find-writers.js';
import { MailRefused } from './mail-refused.js';

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 10;

/** Mail of somebody who writes for several tenants waits at the desk, and is of none of them until then. */
export class HoldMail {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMailStore,
    private readonly tickets: TicketStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(writers: readonly [Writer, ...Writer[]], { messageId, subject, words, checked, files }: CameByMail): Promise<'held' | 'known'> {
    const [id, at, { personId }] = [this.ids.next('hml'), this.clock.now(), writers[0]];
    const room = await this.held.lay(id);
    return this.database.asProvider(async (tx) => {
      // It may stand in a ticket of one of them already.
      const isKnown = messageId !== null && ((await this.held.knows(tx, personId, messageId)) || (await this.tickets.anyKnowsMail(tx, writers.map(({ tenantId }) => tenantId), messageId)));
      if (isKnown) return 'known';
      if ((await this.held.count(tx, personId, new Date(at.getTime() - HOUR_MS))) >= MOST_AN_HOUR) throw new MailRefused(452, '4.7.1 Too much mail within an hour');
      await this.held.add(tx, { id, personId, at, messageId }, room, { subject, words, checked: checked.text }, files);
      return 'held';
    });
  }
}
