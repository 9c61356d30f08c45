import type { Id } from '@inkproof/kernel';
import { mailLocaleOf, type MailLocale, type MailOutbox, type Tx } from '@inkproof/platform';

const MAIL_LASTS_MS = 7 * 86_400_000;

interface Told {
  id: string;
  tenantId: string;
  tenant: { name: string };
  dueAt: Date | null;
}

/** Word about inspections: to the owners and privacy officers of the tenant, and to compliance staff. In a transaction that speaks for the provider. */
export class InspectionMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly consoleUrl: string,
  ) {}

  async drawn(tx: Tx, { id, tenantId, tenant, dueAt }: Told, items: number, now: Date): Promise<void> {
    for (const { email, locale } of await this.#keepers(tx, tenantId)) await this.outbox.put(tx, { ...this.#of(tenantId, now), to: email, locale, template: 'inspection_drawn', values: { tenant: tenant.name, items, due: dueAt!.toISOString(), link: this.#link(id) } });
  }

  async reminder(tx: Tx, { id, tenantId, tenant, dueAt }: Told, open: number, days: number, now: Date): Promise<void> {
    for (const { email, locale } of await this.#keepers(tx, tenantId)) await this.outbox.put(tx, { ...this.#of(tenantId, now), to: email, locale, template: 'inspection_reminder', values: { tenant: tenant.name, open, days, due: dueAt!.toISOString(), link: this.#link(id) } });
  }

  async closed(tx: Tx, { id, tenantId, tenant }: Told, now: Date): Promise<void> {
    for (const { email, locale } of await this.#keepers(tx, tenantId)) await this.outbox.put(tx, { ...this.#of(tenantId, now), to: email, locale, template: 'inspection_closed', values: { tenant: tenant.name, link: this.#link(id) } });
  }

  async late(tx: Tx, { id, tenant, dueAt }: Told, open: number, now: Date): Promise<void> {
    const officers = await tx.staff.findMany({ where: { role: 'compliance' }, select: { person: { select: { email: true, locale: true } } } });
    for (const { person } of officers) await this.outbox.put(tx, { tenantId: null, to: person.email, locale: mailLocaleOf(person.locale), template: 'inspection_late', values: { tenant: tenant.name, open, due: dueAt!.toISOString(), link: `${this.consoleUrl}/admin/inspections/${id}` }, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) });
  }

  #of(tenantId: string, now: Date): { tenantId: Id<'ten'>; expiresAt: Date } {
    return { tenantId: tenantId as Id<'ten'>, expiresAt: new Date(now.getTime() + MAIL_LASTS_MS) };
  }

  #link(id: string): string {
    return `${this.consoleUrl}/inspections/${id}`;
  }

  async #keepers(tx: Tx, tenantId: string): Promise<{ email: string; locale: MailLocale }[]> {
    const keepers = await tx.member.findMany({ where: { tenantId, role: { in: ['owner', 'privacy'] } }, select: { person: { select: { email: true, locale: true } } } });
    return keepers.map(({ person }) => ({ email: person.email, locale: mailLocaleOf(person.locale) }));
  }
}
