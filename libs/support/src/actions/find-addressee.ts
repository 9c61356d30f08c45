import { permitted, type MemberRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { readAddress } from '../model/mail-address.js';
import type { TicketStore } from '../store/ticket-store.js';
import { MailRefused } from './mail-refused.js';
import type { MailTokens } from './mail-tokens.js';

/** Who may answer a ticket at an address. */
export interface Answerer {
  tenantId: Id<'ten'>;
  ticketId: Id<'tkt'>;
  personId: Id<'per'>;
  email: string;
  role: MemberRole;
}

export const mayWrite = (role: MemberRole): boolean => permitted('ticket.keep').member?.includes(role) ?? false;

/** Whom a mail is for: said before a byte of it is taken. An address of nobody and one that was made up are answered alike. */
export class FindAddressee {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly tokens: MailTokens,
  ) {}

  async at(address: string): Promise<Answerer | 'desk'> {
    const read = readAddress(this.tokens.desk, address);
    if (read?.kind === 'desk') return 'desk';
    const found = read && (await this.#answerer(read));
    if (!found) throw new MailRefused(550, '5.1.1 No ticket is answered at this address');
    return found;
  }

  /** Whoever has left the tenant answers nothing of it any more. */
  #answerer({ ticketId, token }: { ticketId: Id<'tkt'>; token: string }): Promise<Answerer | undefined> {
    return this.database.asProvider(async (tx) => {
      const tenantId = await this.store.tenantOf(tx, ticketId);
      if (!tenantId) return undefined;
      const members = await tx.member.findMany({ where: { tenantId }, select: { personId: true, role: true, person: { select: { email: true } } } });
      const found = members.find(({ person }) => this.tokens.isOf(token, ticketId, person.email));
      return found && { tenantId, ticketId, personId: found.personId as Id<'per'>, email: found.person.email, role: found.role };
    });
  }
}
