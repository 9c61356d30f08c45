import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { TicketStore } from '../store/ticket-store.js';
import type { CameByMail } from './came-by-mail.js';
import { findWriters, type Writer } from './find-writers.js';
import type { HoldMail } from './hold-mail.js';
import type { KeepFiles } from './keep-files.js';
import { MailRefused } from './mail-refused.js';
import type { OpenMailed } from './open-mailed.js';

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 10;

/** Mail to the desk opens a ticket of the one tenant its author may write for; where there are several it is held. From whom it is must be vouched for by their domain: nothing else says so here. */
export class OpenByMail {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly files: KeepFiles,
    private readonly opening: OpenMailed,
    private readonly holding: HoldMail,
    private readonly clock: Clock,
  ) {}

  async for(mail: CameByMail): Promise<'opened' | 'held' | 'let_go' | 'known'> {
    if (mail.nature !== 'written') return 'let_go';
    const [writer, ...others] = await this.#writers(mail);
    return others.length ? this.holding.for([writer, ...others], mail) : this.#open(writer, mail);
  }

  async #open(writer: Writer, mail: CameByMail): Promise<'opened' | 'known'> {
    const { tenantId, personId } = writer;
    const files = await this.files.layWhatMay(tenantId, mail.files);
    return this.database.asProviderOf(tenantId, async (tx) => {
      if (mail.messageId !== null && (await this.store.knowsMail(tx, { tenantId }, mail.messageId))) return 'known';
      if ((await this.store.countOpened(tx, tenantId, personId, new Date(this.clock.now().getTime() - HOUR_MS))) >= MOST_AN_HOUR) throw new MailRefused(452, '4.7.1 Too many tickets by mail within an hour');
      await this.opening.in(tx, writer, { ...mail, checked: mail.checked.text }, files);
      return 'opened';
    });
  }

  async #writers({ from, checked }: CameByMail): Promise<[Writer, ...Writer[]]> {
    if (from === null || !checked.isProven) throw new MailRefused(550, '5.7.1 Nobody vouches for who wrote this (DKIM or SPF of the domain in From). Open a ticket in the console');
    const [writer, ...others] = await this.database.asProvider((tx) => findWriters(tx, { email: from }));
    if (!writer) throw new MailRefused(550, '5.7.1 Nobody who may open tickets has this address. Write from the one you sign in with');
    return [writer, ...others];
  }
}
