import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type SecurityReport } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { StoredSecurity } from '../store/security-store.js';
import { nameOf } from './change-book.js';
import type { OpenSecurity } from './open-security.js';
import type { TellOfSecurity } from './tell-of-security.js';

/** A tenant tells of abnormal traffic or an attack (三.1(4)). */
export class ReportSecurity {
  constructor(
    private readonly database: Database,
    private readonly open: OpenSecurity,
    private readonly tell: TellOfSecurity,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, { kind, since, words }: SecurityReport, by: Actor): Promise<StoredSecurity> {
    const [at, began] = [this.clock.now(), new Date(since)];
    if (began > at) throw new Refusal('request.invalid', 'since: must not lie in the future', { errors: [{ field: 'since', message: 'must not lie in the future' }] });
    return this.database.asProviderOf(tenantId, async (tx) => {
      const notice = await this.open.in(tx, tenantId, kind, { words, priority: 'p1', by }, { origin: 'reported', since: began, words, at, by: by.id, byName: await nameOf(tx, by.id) });
      const { id, ticketId: ticket } = notice;
      await this.trail.appendToBoth(tx, tenantId, { action: 'security.reported', by, targets: [id, ticket], details: { kind, since: began.toISOString(), ticket } });
      await this.tell.reported(tx, notice);
      return notice;
    });
  }
}
