import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Trail } from '@inkproof/audit';
import type { Clock } from '@inkproof/kernel';
import type { Database, MailLocale, MailOutbox } from '@inkproof/platform';
import { visitor } from '../model/actor.js';
import { canonicalEmail } from '../model/email.js';
import type { SessionStore } from '../store/session-store.js';
import { keyedHash, randomToken } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

const RESET_LASTS_MINUTES = 30;
const MINUTE_MS = 60_000;

/**
 * Mails a link by which a password can be set anew. What is done depends on whether somebody has the address, so it is
 * done after the answer: neither what is said nor how long it takes tells anything. A node that dies in between sends
 * nothing, and whoever waits asks again.
 */
export class AskReset implements BeforeApplicationShutdown {
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly outbox: MailOutbox,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly settings: { secret: string; consoleUrl: string },
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async for(emailAsTyped: string, locale: MailLocale, from: string, requestId: string): Promise<void> {
    const email = canonicalEmail(emailAsTyped);
    await this.throttle.admit(email, from, 'reset');
    const work: Promise<void> = this.#mail(email, locale, requestId)
      .catch(this.onTrouble)
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  /** Once everything that was asked for so far is done. */
  async done(): Promise<void> {
    await Promise.all(this.#running);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.done();
  }

  async #mail(email: string, locale: MailLocale, requestId: string): Promise<void> {
    const person = await this.sessions.findPerson(email);
    if (!person || !(person.tenant || person.staff)) return;
    const { personId, tenant } = person;
    const token = randomToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + RESET_LASTS_MINUTES * MINUTE_MS);
    await this.database.asProvider(async (tx) => {
      await tx.passwordReset.deleteMany({ where: { personId, expiresAt: { lte: now } } });
      await tx.passwordReset.create({ data: { tokenHash: keyedHash(this.settings.secret, token), personId, createdAt: now, expiresAt } });
      await this.outbox.put(tx, { tenantId: tenant?.id ?? null, to: email, template: 'password_reset', locale, values: { minutes: RESET_LASTS_MINUTES, link: `${this.settings.consoleUrl}/reset#${token}` }, expiresAt });
      await this.trail.append(tx, tenant?.id ?? 'provider', { action: 'password.reset_asked', by: visitor(requestId), targets: [personId], details: {} });
    });
  }
}
