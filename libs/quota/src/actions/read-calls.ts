import { Refusal, type ExplainedCall, type LedgerCall } from '@inkproof/contract';
import { pageOf, type Clock, type Id, type Page } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { spanOf, type AskedSpan } from '../model/span.js';
import type { CallStore, WhichCalls } from '../store/call-store.js';
import type { TermStore } from '../store/term-store.js';
import type { TellQuotaTerms } from './tell-quota-terms.js';

type Asked = AskedSpan & Omit<WhichCalls, 'from' | 'to'>;

/** A transaction of whoever looks: the tenant, or the provider. */
type Seen = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

const ROWS_AT_ONCE = 2_000;

/** Shows the ledger call by call, and for one call the quota that was in force at its instant. */
export class ReadCalls {
  constructor(
    private readonly calls: CallStore,
    private readonly terms: TermStore,
    private readonly tellTerms: TellQuotaTerms,
    private readonly clock: Clock,
  ) {}

  async page(seen: Seen, tenantId: Id<'ten'>, asked: Asked, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<LedgerCall>> {
    const which = { ...asked, ...spanOf(asked, this.clock.now()) };
    return pageOf(await seen((tx) => this.calls.list(tx, tenantId, which, { below: cursor, size: limit + 1 })), limit);
  }

  /** All of the span, oldest first, some thousands at a time and each in a transaction of its own. */
  async *all(seen: Seen, tenantId: Id<'ten'>, asked: Asked): AsyncGenerator<LedgerCall[]> {
    const which = { ...asked, ...spanOf(asked, this.clock.now()) };
    for (let above: LedgerCall | undefined; ; ) {
      const some = await seen((tx) => this.calls.next(tx, tenantId, which, { above, size: ROWS_AT_ONCE }));
      if (some.length) yield some;
      if (some.length < ROWS_AT_ONCE) return;
      above = some.at(-1);
    }
  }

  /** `isStaff` names the people who set the quota. */
  async explain(tx: Tx, tenantId: Id<'ten'>, id: Id<'use'>, isStaff: boolean): Promise<ExplainedCall> {
    const call = await this.calls.find(tx, tenantId, id);
    if (!call) throw new Refusal('call.not_found');
    const quota = await this.terms.inForce(tx, tenantId, call.at);
    if (!quota) return { ...call, quota: null };
    const { items } = await (isStaff ? this.tellTerms.inForStaff(tx, tenantId) : this.tellTerms.in(tx, tenantId));
    return { ...call, quota: { requests_per_second: quota.requestsPerSecond, term: items.find(({ id: term }) => term === quota.termId) ?? null } };
  }
}
