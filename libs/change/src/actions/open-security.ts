import type { Actor } from '@inkproof/audit';
import type { SecurityKind, TicketPriority } from '@inkproof/contract';
import type { Id, Ids } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { OpenMatter } from '@inkproof/support';
import type { NewSecurity, SecurityStore, StoredSecurity } from '../store/security-store.js';
import { securityWords } from './tell-of-security.js';

/** What is brought to the desk of what endangers a tenant. */
interface Brought {
  words: string;
  priority: TicketPriority;
  by: Actor;
}

/** Opens a security notice and its ticket together, each with the id of the other, whoever saw the danger. */
export class OpenSecurity {
  constructor(
    private readonly store: SecurityStore,
    private readonly matters: OpenMatter,
    private readonly ids: Ids,
  ) {}

  async in(tx: Tx, tenantId: Id<'ten'>, kind: SecurityKind, { words, priority, by }: Brought, seen: Omit<NewSecurity, 'id' | 'tenantId' | 'kind' | 'ticketId'>): Promise<StoredSecurity & { ticketId: string }> {
    const id = this.ids.next('scn');
    const ticketId = await this.matters.in(tx, tenantId, { subject: `${securityWords.zh[kind]} ${securityWords.en[kind]}`, words, priority, reference: id }, by);
    return { ...(await this.store.add(tx, { ...seen, id, tenantId, kind, ticketId })), ticketId };
  }
}
