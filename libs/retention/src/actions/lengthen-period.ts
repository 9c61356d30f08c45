import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type CountedClass, type RetentionBasis } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { RuleStore, WrittenRule } from '../store/rule-store.js';

/** What is asked for: so many calendar months for records of a class, and why. */
export interface Lengthening {
  recordClass: CountedClass;
  months: number;
  /** Clause of the agreement, article of the law, or a tenant's reason. */
  source: string;
}

/** Makes a period longer: the provider for everybody, a tenant for its own records. Nobody makes one shorter; the store holds the same by itself. */
export class LengthenPeriod {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  forTenant(tenantId: Id<'ten'>, asked: Lengthening, by: Actor): Promise<WrittenRule> {
    return this.database.changeAsTenant(tenantId, (run) => this.#in(run, tenantId, 'tenant', asked, by));
  }

  forEverybody(basis: Exclude<RetentionBasis, 'tenant'>, asked: Lengthening, by: Actor): Promise<WrittenRule> {
    return this.database.changeAsProvider((run) => this.#in(run, null, basis, asked, by));
  }

  async #in(run: Run, tenantId: Id<'ten'> | null, basis: RetentionBasis, { recordClass, months, source }: Lengthening, by: Actor): Promise<WrittenRule> {
    const least = await this.rules.least(run, recordClass, basis, tenantId);
    if (months <= least) throw new Refusal('retention.not_shorter', `Records of this class are kept for ${least} months. Ask for more than that; a period is never made shorter.`);
    const rule: WrittenRule = { id: this.ids.next('rtr'), tenantId, recordClass, basis, months, source, setBy: by.id, setAt: this.clock.now() };
    await this.rules.add(run, rule);
    await this.trail.append(run, tenantId ?? 'provider', { action: 'retention.lengthened', by, targets: [rule.id], details: { record_class: recordClass, basis, months }, before: { months: least }, after: { months }, reason: source });
    return rule;
  }
}
