import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { DueMail } from './mail-store.js';
import type { ReturnAddress } from './return-address.js';

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;
const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;

const isHere = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';

/** Lines end so in a message (RFC 5322, section 2.3); any other end would be changed on the way. */
const onTheWire = (text: string): string => text.replaceAll('\n', '\r\n');

/** The operator's mail server. A mail has the same Message-ID at every attempt, so that one that came twice is seen to be one. */
export class MailServer {
  readonly #transport: Transporter;
  readonly #domain: string;
  readonly #sender: string;

  constructor(
    url: string,
    private readonly from: string,
    /** Null where no mail comes in; what comes back then goes to the sender. */
    private readonly returns: ReturnAddress | null = null,
  ) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    this.#transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? SMTPS_PORT : SUBMISSION_PORT,
      secure,
      // A login goes over TLS or not at all; a server on this machine needs none.
      requireTLS: username !== '' && !isHere(hostname),
      auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#domain = /@([^>\s]+)/.exec(from)?.[1] ?? hostname;
    this.#sender = /<([^>]+)>/.exec(from)?.[1] ?? from;
  }

  /** The message, byte for byte. Nothing in it is left to chance or to the hour, so every attempt sends the same. */
  compose({ id, to, letter: { subject, text, html, thread }, createdAt }: DueMail): Promise<Buffer> {
    const references = thread?.references.map((one) => (one.startsWith('<') ? one : `<${one}@${this.#domain}>`)) ?? [];
    const threaded = thread && { replyTo: thread.replyTo, references: [...references], inReplyTo: references.at(-1) };
    const headers = { 'Auto-Submitted': 'auto-generated', ...(thread && { 'X-Loop': thread.replyTo }) };
    const message = { from: this.from, to: { name: '', address: to }, date: createdAt, messageId: `<${id}@${this.#domain}>`, headers, subject, text: onTheWire(text), html: onTheWire(html), ...threaded };
    return new MailComposer({ ...message, baseBoundary: id, disableFileAccess: true, disableUrlAccess: true }).compile().build();
  }

  /** Settles once the server has taken it; throws what the server, or the way to it, said no with. */
  async take({ id, to, letter: { thread } }: DueMail, message: Buffer): Promise<void> {
    // What does not arrive comes back to where answers go, or to an address of its own, and is known there by it.
    await this.#transport.sendMail({ envelope: { from: thread?.replyTo ?? this.returns?.of(id) ?? this.#sender, to: [to] }, raw: message });
  }

  close(): void {
    this.#transport.close();
  }
}
