import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AddressInfo } from 'node:net';
import type { Id } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { AnswerByMail } from '../actions/answer-by-mail.js';
import type { Answerer, FindAddressee } from '../actions/find-addressee.js';
import { MailRefused } from '../actions/mail-refused.js';
import type { OpenByMail } from '../actions/open-by-mail.js';
import type { TakeReturned } from '../actions/take-returned.js';
import type { Resolve } from './check-sender.js';
import { readMail } from './read-mail.js';

const MAIL_MAX_BYTES = 30_000_000;
const SILENT_MS = 60_000;
const CLOSE_MS = 5_000;
const AGAIN_MS = 10_000;
const AT_ONCE = 20;

type Done = (error?: Error | null) => void;

const bytesOf = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // What is beyond the limit is let go by, so that the answer can be given.
  for await (const chunk of stream as AsyncIterable<Buffer>) if ((length += chunk.length) <= MAIL_MAX_BYTES) chunks.push(chunk);
  if (length > MAIL_MAX_BYTES) throw new MailRefused(552, `5.3.4 A mail has at most ${MAIL_MAX_BYTES} bytes`);
  return Buffer.concat(chunks);
};

/** Where mail for tickets comes in, over SMTP. Whom it is for is asked before any of it is taken, and it is taken when it is written down. */
export class MailDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #server: SMTPServer;
  readonly #recipients = new WeakMap<SMTPServerSession, Answerer | 'desk' | Id<'mal'>>();
  #again: NodeJS.Timeout | undefined;

  constructor(
    private readonly at: { host: string; port: number },
    private readonly addressees: FindAddressee,
    private readonly answer: AnswerByMail,
    private readonly open: OpenByMail,
    private readonly returned: TakeReturned,
    private readonly resolver: Resolve,
    private readonly log: Logger,
  ) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: MAIL_MAX_BYTES,
      maxClients: AT_ONCE,
      socketTimeout: SILENT_MS,
      closeTimeout: CLOSE_MS,
      onRcptTo: ({ address }, session, done) => this.#settle(this.#find(address, session), done),
      onData: (stream, session, done) => this.#settle(this.#take(stream, session), done),
    });
    this.#server.on('error', (error: NodeJS.ErrnoException) => this.#failed(error));
  }

  onApplicationBootstrap(): void {
    this.#server.listen(this.at.port, this.at.host);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#again);
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** 0 until it listens. */
  get port(): number {
    return (this.#server.server.address() as AddressInfo | null)?.port ?? 0;
  }

  async #find(address: string, session: SMTPServerSession): Promise<void> {
    if (session.envelope.rcptTo.length > 0) throw new MailRefused(452, '4.5.3 One recipient at a time');
    this.#recipients.set(session, this.returned.mailAt(address) ?? (await this.addressees.at(address)));
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const to = this.#recipients.get(session)!;
    const raw = await bytesOf(stream);
    const { mailFrom } = session.envelope;
    const mail = await readMail(raw, { ip: session.remoteAddress, helo: session.hostNameAppearsAs || 'localhost', envelopeFrom: mailFrom ? mailFrom.address : '' }, this.resolver);
    if (to === 'desk') return this.#note(await this.open.for(mail));
    if (typeof to === 'string') return this.#note(await this.returned.for(to, mail), { mail: to });
    this.#note(await this.answer.for(to, mail), { ticket: to.ticketId });
  }

  #note(taken: string, of: Record<string, string> = {}): void {
    this.log.info({ taken, ...of }, 'a mail came in');
  }

  /** A fault of ours is no reason to lose a mail: whoever brought it keeps it and comes again. */
  #settle(work: Promise<void>, done: Done): void {
    work.then(
      () => done(),
      (error: unknown) => {
        if (error instanceof MailRefused) return done(error);
        this.log.error({ err: error }, 'a mail could not be taken');
        done(Object.assign(new Error('4.3.0 Not now; try again later'), { responseCode: 451 }));
      },
    );
  }

  /** One worker of a machine listens; when it ends another takes over. */
  #failed(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EADDRINUSE') return this.log.warn({ code: error.code }, 'a connection that brings mail failed');
    this.#again = setTimeout(() => this.onApplicationBootstrap(), AGAIN_MS).unref();
  }
}
