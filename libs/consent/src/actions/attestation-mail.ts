import { ATTEST_WITHIN_DAYS } from '@inkproof/contract';
import { DAY_MS, type Id } from '@inkproof/kernel';
import { mailLocaleOf, type MailOutbox, type Tx } from '@inkproof/platform';

const MAIL_LASTS_MS = 7 * DAY_MS;

interface Open {
  open: number;
  oldest: Date;
}

/** Word about copies that nobody attested to be deleted: to the owners and privacy officers of the tenant, and to compliance staff. It counts, and names nobody. In a transaction that speaks for both sides. */
export class AttestationMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly consoleUrl: string,
  ) {}

  async open(tx: Tx, tenantId: Id<'ten'>, { open, copies, oldest }: Open & { copies: number }, now: Date): Promise<void> {
    const tenant = await this.#nameOf(tx, tenantId);
    const keepers = await tx.member.findMany({ where: { tenantId, role: { in: ['owner', 'privacy'] } }, select: { person: { select: { email: true, locale: true } } } });
    for (const { person } of keepers) await this.outbox.put(tx, { tenantId, to: person.email, template: 'attestation_due', locale: mailLocaleOf(person.locale), values: { tenant, open, copies, within: ATTEST_WITHIN_DAYS, due: oldest.toISOString(), link: `${this.consoleUrl}/attestations` }, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  async late(tx: Tx, tenantId: Id<'ten'>, { open, oldest }: Open, now: Date): Promise<void> {
    const tenant = await this.#nameOf(tx, tenantId);
    const officers = await tx.staff.findMany({ where: { role: 'compliance' }, select: { person: { select: { email: true, locale: true } } } });
    for (const { person } of officers) await this.outbox.put(tx, { tenantId: null, to: person.email, template: 'attestation_late', locale: mailLocaleOf(person.locale), values: { tenant, open, within: ATTEST_WITHIN_DAYS, due: oldest.toISOString(), link: `${this.consoleUrl}/admin/tenants/${tenantId}/attestations` }, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  async #nameOf(tx: Tx, id: Id<'ten'>): Promise<string> {
    return (await tx.tenant.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
  }
}
