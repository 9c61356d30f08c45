import { createTransport, type Transporter } from 'nodemailer';
import type { DueMail } from './mail-store.js';

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;
const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;

const isHere = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';

/** The operator's mail server. A mail has the same Message-ID at every attempt, so that one that came twice is seen to be one. */
export class MailServer {
  readonly #transport: Transporter;
  readonly #domain: string;

  constructor(
    url: string,
    private readonly from: string,
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
  }

  /** Settles once the server has taken it; throws what the server, or the way to it, said no with. */
  async take({ id, to, letter: { thread, ...letter }, createdAt }: DueMail): Promise<void> {
    const references = thread?.references.map((one) => (one.startsWith('<') ? one : `<${one}@${this.#domain}>`)) ?? [];
    // What does not arrive comes back to where answers go, and is known there by its address.
    const threaded = thread && { replyTo: thread.replyTo, references: [...references], inReplyTo: references.at(-1), envelope: { from: thread.replyTo, to } };
    await this.#transport.sendMail({ from: this.from, to: { name: '', address: to }, date: createdAt, messageId: `<${id}@${this.#domain}>`, headers: { 'Auto-Submitted': 'auto-generated', ...(thread && { 'X-Loop': thread.replyTo }) }, ...letter, ...threaded });
  }

  close(): void {
    this.#transport.close();
  }
}
