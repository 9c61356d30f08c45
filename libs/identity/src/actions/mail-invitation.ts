import type { MailLocale, MailOutbox, Tx } from '@inkproof/platform';
import { INVITATION_LASTS_DAYS, type Invitation } from '../model/invitation.js';
import { tenantOf } from '../model/side.js';
import type { PeopleStore } from '../store/people-store.js';

/** Writes the mail of an invitation, in the transaction in which it is made or sent again. */
export class MailInvitation {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly people: PeopleStore,
    private readonly consoleUrl: string,
  ) {}

  async in(tx: Tx, { side, role, email, locale, invitedBy, expiresAt }: Invitation, token: string): Promise<void> {
    const inviter = (await this.people.list(tx, side)).find(({ personId }) => personId === invitedBy)?.name ?? '';
    const tenantId = tenantOf(side);
    // Behind the #, which browsers keep to themselves: it reaches no server's log.
    const shared = { role, inviter, days: INVITATION_LASTS_DAYS, link: `${this.consoleUrl}/invitation#${token}` };
    const mail = { tenantId, to: email, locale: locale as MailLocale, expiresAt };
    if (tenantId === null) return void (await this.outbox.put(tx, { ...mail, template: 'staff_invited', values: shared }));
    const { name: tenant } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    await this.outbox.put(tx, { ...mail, template: 'member_invited', values: { ...shared, tenant } });
  }
}
