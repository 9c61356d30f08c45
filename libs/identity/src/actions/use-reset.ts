import type { Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id } from '@inkproof/kernel';
import type { Database, MailLocale, MailOutbox, Tx } from '@inkproof/platform';
import { visitor } from '../model/actor.js';
import type { Side } from '../model/side.js';
import { hashPassword } from './password.js';
import { keyedHash } from './secret-hash.js';
import type { SignInThrottle } from './sign-in-throttle.js';

/** Sets a password by the token in the mail, once. Every session of the person ends, and every other link of theirs. */
export class UseReset {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly outbox: MailOutbox,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly settings: { secret: string; consoleUrl: string },
  ) {}

  async with(token: string, password: string, from: string, requestId: string): Promise<void> {
    await this.throttle.admit(null, from, 'token');
    const tokenHash = keyedHash(this.settings.secret, token);
    // Before the work of hashing, so that made-up tokens cost us little.
    await this.database.asProvider((tx) => this.#standing(tx, tokenHash));
    const passwordHash = await hashPassword(password);
    await this.database.asProvider(async (tx) => {
      const personId = await this.#standing(tx, tokenHash);
      const { count } = await tx.passwordReset.deleteMany({ where: { tokenHash } });
      if (count === 0) throw new Refusal('password.reset_void');
      await tx.passwordReset.deleteMany({ where: { personId } });
      const { email, locale } = await tx.person.update({ where: { id: personId }, data: { passwordHash }, select: { email: true, locale: true } });
      await tx.$executeRaw`SELECT gate_end_sessions(${personId})`;
      for (const side of await this.#sidesOf(tx, personId)) await this.trail.append(tx, side, { action: 'password.reset', by: visitor(requestId), targets: [personId], details: {} });
      const expiresAt = new Date(this.clock.now().getTime() + DAY_MS);
      await this.outbox.put(tx, { tenantId: null, to: email, template: 'password_was_reset', locale: locale as MailLocale, values: { link: `${this.settings.consoleUrl}/sign-in` }, expiresAt });
    });
    await this.throttle.forget(null, from, 'token');
  }

  async #standing(tx: Tx, tokenHash: string): Promise<Id<'per'>> {
    const reset = await tx.passwordReset.findUnique({ where: { tokenHash } });
    if (!reset || reset.expiresAt <= this.clock.now()) throw new Refusal('password.reset_void');
    return reset.personId as Id<'per'>;
  }

  async #sidesOf(tx: Tx, personId: string): Promise<Side[]> {
    const places = await tx.member.findMany({ where: { personId }, select: { tenantId: true } });
    const staff = await tx.staff.count({ where: { personId } });
    return [...places.map(({ tenantId }) => tenantId as Id<'ten'>), ...(staff ? (['provider'] as const) : [])];
  }
}
