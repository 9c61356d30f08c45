import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type Finding, type FindingSettling } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { FindingStore } from '../store/finding-store.js';

/** Says what became of a finding: nothing, or where it is dealt with. Written into the log of the tenant it is about. */
export class SettleFinding {
  constructor(
    private readonly database: Database,
    private readonly findings: FindingStore,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(id: Id<'fnd'>, { outcome, reason, reference }: FindingSettling, by: Actor): Promise<Finding> {
    return this.database.asProvider(async (tx) => {
      const found = await this.findings.find(tx, id);
      if (!found) throw new Refusal('finding.not_found');
      if (!(await this.findings.settle(tx, id, { state: outcome, reason, reference: reference ?? null, settledAt: this.clock.now(), settledBy: by.id }))) throw new Refusal('finding.settled', 'Its reason stands in it.');
      await this.trail.append(tx, found.tenant.id, { action: 'finding.settled', by, targets: [id, found.recognition], details: { outcome, reference: reference ?? null }, reason });
      return (await this.findings.find(tx, id))!;
    });
  }
}
