import { DAY_MS, type Clock, type Id } from '@inkproof/kernel';
import type { Database, MailLocale, MailOutbox } from '@inkproof/platform';

/**
 * Tells a person by mail that a factor of theirs came or went, so that whoever did it in their name is found out. Persons
 * write no mail of their own, so it is put after the act, by the provider; and as the act stands by then, with recovery
 * codes that are shown once, a mail that cannot be put stops nothing.
 */
export class TellOfFactor {
  constructor(
    private readonly database: Database,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  async that(what: 'factor_added' | 'factor_removed', personId: Id<'per'>, { kind, name }: { kind: 'totp' | 'passkey'; name: string }): Promise<void> {
    await this.#put(what, personId, { kind, name }).catch(() => {});
  }

  #put(template: 'factor_added' | 'factor_removed', personId: Id<'per'>, factor: { kind: 'totp' | 'passkey'; name: string }): Promise<unknown> {
    return this.database.asProvider(async (tx) => {
      const { email, locale } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true, locale: true } });
      const expiresAt = new Date(this.clock.now().getTime() + DAY_MS);
      await this.outbox.put(tx, { tenantId: null, to: email, template, locale: locale as MailLocale, values: { ...factor, link: `${this.consoleUrl}/sign-in` }, expiresAt });
    });
  }
}
