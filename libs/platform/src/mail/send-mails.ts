import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { Rounds } from '../rounds/rounds.js';
import { errorCodeOf, isBounced, waitBeforeNext, type MailError } from './attempt.js';
import type { ClosedMail, DueMail, MailStore } from './mail-store.js';
import type { MailServer } from './mail-server.js';

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 4;
/** Well beyond the longest a server may take: what comes up again then has lost its sender. */
const TAKEN_MS = 5 * 60_000;
const TIDY_EVERY_MS = 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;
/** What opens it is not in the place of the keys. It may be put back there, so the mail waits for as long as it has something to tell. */
const CLOSED: MailError = { code: 'KEY_MISSING' };

/**
 * Sends what waits in the outbox, over and over. Any number of processes may; each mail is taken by one at a time. A
 * sender that dies after the server took a mail and before that is written sends it again: at least once, under the same
 * Message-ID.
 */
export class SendMails implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(async () => (await this.#look()) === AT_ONCE, LOOK_EVERY_MS);
  #tidiedAtMs = 0;

  constructor(
    private readonly mails: MailStore,
    /** Null where no server is set; the mails then stay in the outbox. */
    private readonly server: MailServer | null,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly chance: () => number,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  /** One look: what is due now, a few at a time. Answers how many there were. */
  async due(): Promise<number> {
    const { server } = this;
    if (!server) return 0;
    const now = this.clock.now();
    const { due, closed } = await this.mails.take(now, new Date(now.getTime() + TAKEN_MS), AT_ONCE);
    await Promise.all([...due.map((mail) => this.#send(server, mail)), ...closed.map((mail) => this.#failed(mail, undefined, CLOSED))]);
    return due.length + closed.length;
  }

  async tidy(): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - this.#tidiedAtMs < TIDY_EVERY_MS) return;
    this.#tidiedAtMs = now.getTime();
    await this.mails.tidy(now, new Date(now.getTime() - KEPT_MS));
  }

  async #send(server: MailServer, mail: DueMail): Promise<void> {
    const [message, room] = await Promise.all([server.compose(mail), this.mails.room(mail)]);
    const kept = room && { message, room };
    try {
      await server.take(mail, message);
    } catch (error) {
      return this.#failed(mail, kept, error as MailError);
    }
    await this.mails.settle(mail, 'sent', this.clock.now(), null, kept);
  }

  async #failed(mail: ClosedMail, kept: Parameters<MailStore['settle']>[4], error: MailError): Promise<void> {
    const { id, attempts, expiresAt } = mail;
    const now = this.clock.now();
    const code = errorCodeOf(error);
    const nextAt = new Date(now.getTime() + waitBeforeNext(attempts, this.chance()));
    this.log.warn({ mail: id, attempts, code }, error === CLOSED ? 'a mail cannot be opened' : 'a mail was not taken by the server');
    if (isBounced(error)) return this.mails.settle(mail, 'bounced', now, code, kept);
    return nextAt < expiresAt ? this.mails.again(id, nextAt, code) : this.mails.settle(mail, 'failed', now, code, kept);
  }

  async #look(): Promise<number> {
    try {
      await this.tidy();
      return await this.due();
    } catch (error) {
      this.log.debug({ err: error }, 'mails could not be looked for');
      return 0;
    }
  }
}
