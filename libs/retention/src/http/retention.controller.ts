import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type HeldThing, type Lengthening, type RetentionPeriod, type RetentionRule, type TenantLengthening } from '@inkproof/contract';
import { ActingBy, CalledByTenant, namesOf, type TenantCaller } from '@inkproof/identity';
import { pageOf } from '@inkproof/kernel';
import { Answers, Database, Given, runIn, type Tx } from '@inkproof/platform';
import { LengthenPeriod } from '../actions/lengthen-period.js';
import { HoldStore } from '../store/hold-store.js';
import { RuleStore, type WrittenRule } from '../store/rule-store.js';
import { showHeldThing, showPeriods, showRule } from './show-retention.js';

const { retention, adminRetention } = api;

/** With the names of those who set them. */
const named = async (tx: Tx, rules: WrittenRule[]) => ({ rules, names: await namesOf(tx, rules.map(({ setBy }) => setBy)) });

/** How long what is kept: read by everybody, made longer by those who may. */
@Controller()
export class RetentionController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RuleStore) private readonly rules: RuleStore,
    @Inject(HoldStore) private readonly store: HoldStore,
    @Inject(LengthenPeriod) private readonly lengthening: LengthenPeriod,
  ) {}

  @Answers(retention.periods)
  async periods(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: RetentionPeriod[] }> {
    const { rules, names } = await this.database.asTenant(tenantId, async (tx) => named(tx, await this.rules.inForce(runIn(tx), tenantId)));
    return { items: showPeriods(rules, names) };
  }

  @Answers(retention.lengthen)
  async lengthen(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(retention.lengthen.body) { record_class, months, reason }: TenantLengthening, @ActingBy() by: Actor): Promise<RetentionRule> {
    const rule = await this.lengthening.forTenant(tenantId, { recordClass: record_class, months, source: reason }, by);
    return showRule(rule, await this.database.asTenant(tenantId, (tx) => namesOf(tx, [rule.setBy])));
  }

  @Answers(retention.holds)
  async holds(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(retention.holds.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: HeldThing[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.changeAsTenant(tenantId, (run) => this.store.list(run, tenantId, { below: cursor, size: limit + 1 })), limit);
    return { items: items.map(showHeldThing), next_cursor: nextCursor };
  }

  @Answers(adminRetention.periods)
  async policy(): Promise<{ items: RetentionPeriod[]; history: RetentionRule[] }> {
    const { rules, names } = await this.database.asProvider(async (tx) => named(tx, await this.rules.history(runIn(tx))));
    return { items: showPeriods(rules, names), history: rules.map((rule) => showRule(rule, names)) };
  }

  @Answers(adminRetention.lengthen)
  async lengthenForAll(@Given.body(adminRetention.lengthen.body) { record_class, basis, months, source }: Lengthening, @ActingBy() by: Actor): Promise<RetentionRule> {
    const rule = await this.lengthening.forEverybody(basis, { recordClass: record_class, months, source }, by);
    return showRule(rule, await this.database.asProvider((tx) => namesOf(tx, [rule.setBy])));
  }
}
