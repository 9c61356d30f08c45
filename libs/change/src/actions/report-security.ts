import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type SecurityReport } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { OpenMatter } from '@inkproof/support';
import type { SecurityStore, StoredSecurity } from '../store/security-store.js';
import { nameOf } from './change-book.js';
import { securityWords, type TellOfSecurity } from './tell-of-security.js';

/** A tenant tells of abnormal traffic or an attack (三.1(4)). */
export class ReportSecurity {
  constructor(
    private readonly database: Database,
    private readonly store: SecurityStore,
    private readonly matters: OpenMatter,
    private readonly tell: TellOfSecurity,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, { kind, since, words }: SecurityReport, by: Actor): Promise<StoredSecurity> {
    const [at, began] = [this.clock.now(), new Date(since)];
    if (began > at) throw new Refusal('request.invalid', 'since: must not lie in the future', { errors: [{ field: 'since', message: 'must not lie in the future' }] });
    return this.database.asProviderOf(tenantId, async (tx) => {
      const id = this.ids.next('scn');
      const ticketId = await this.matters.in(tx, tenantId, { subject: `${securityWords.zh[kind]} ${securityWords.en[kind]}`, words, priority: 'p1', reference: id }, by);
      const notice = await this.store.add(tx, { id, tenantId, origin: 'reported', kind, since: began, words, at, by: by.id, byName: await nameOf(tx, by.id), ticketId });
      await this.trail.appendToBoth(tx, tenantId, { action: 'security.reported', by, targets: [id, ticketId], details: { kind, since: began.toISOString(), ticket: ticketId } });
      await this.tell.reported(tx, notice);
      return notice;
    });
  }
}
