import { canonical, type Seals, type SigningKey } from '@inkproof/audit';
import { Refusal, type Statement } from '@inkproof/contract';
import { addDays, dayStart, daysBetween, shanghaiDay, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { historyAt } from '../model/quota-term.js';
import { addUp, foldGroups } from '../model/usage-fold.js';
import type { TermStore } from '../store/term-store.js';
import type { UsageStore } from '../store/usage-store.js';

/** When a day begins, as the store writes instants. */
const instantOf = (day: Day): string => `${dayStart(day).toISOString().slice(0, -1)}000Z`;

const lastOf = (month: string): Day => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return addDays(`${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01` as Day, -1);
};

/** Makes the statement of a month out of the ledger and signs it. The same month says the same until something is added to it. */
export class IssueStatement {
  constructor(
    private readonly database: Database,
    private readonly usage: UsageStore,
    private readonly terms: TermStore,
    private readonly seals: Pick<Seals, 'current'>,
    private readonly key: Pick<SigningKey, 'id' | 'sign'>,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, month: string): Promise<Statement> {
    const now = this.clock.now();
    const [from, to] = [`${month}-01` as Day, lastOf(month)];
    const audit = (await this.seals.current(tenantId)) ?? null;
    const said = await this.database.asTenant(tenantId, async (tx): Promise<Statement['statement']> => {
      const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
      if (from > shanghaiDay(now) || to < shanghaiDay(tenant.createdAt)) throw new Refusal('statement.not_found');
      // Looked at once, so that all the sums below are of the same calls.
      const cells = await this.usage.cells(tx, tenantId, from, to);
      const days = daysBetween(from, to).map((day) => ({ day, ...addUp(cells.filter((cell) => cell.day === day)) }));
      const by = (of: 'key' | 'route' | 'reason') => foldGroups(cells.map((cell) => ({ ...cell, group: cell[of], label: of === 'key' ? cell.label : null })), []).map(({ days: _, ...group }) => group);
      return {
        v: 1,
        tenant: { id: tenantId, name: tenant.name },
        month,
        from,
        to,
        timezone: 'Asia/Shanghai',
        issued_at: now.toISOString(),
        provisional: now < dayStart(addDays(to, 1)) || (await this.#isAtWork(tx, tenantId, dayStart(addDays(to, 1)))),
        total: addUp(days),
        keys: by('key'),
        routes: by('route'),
        reasons: by('reason'),
        days,
        quotas: await this.#quotas(tx, tenantId, instantOf(from), instantOf(addDays(to, 1))),
        audit,
      };
    });
    return { statement: said, key: this.key.id, signature: this.key.sign(`inkproof:statement:1\n${canonical(said)}`).toString('hex') };
  }

  /** Whether something that was admitted before that instant may still come to be billed. */
  async #isAtWork(tx: Tx, tenantId: Id<'ten'>, before: Date): Promise<boolean> {
    const calls = await tx.openCall.count({ where: { tenantId, at: { lt: before } } });
    const jobs = calls ? 0 : await tx.job.count({ where: { tenantId, admittedAt: { lt: before }, state: { in: ['queued', 'running'] } } });
    return calls + jobs > 0;
  }

  async #quotas(tx: Tx, tenantId: Id<'ten'>, from: string, to: string): Promise<Statement['statement']['quotas']> {
    const held = historyAt(await this.terms.list(tx, tenantId), to).filter(({ term, state, effective_to }) => state !== 'cancelled' && term.effectiveFrom < to && (effective_to === null || effective_to > from));
    return held.reverse().map(({ term, effective_to }) => ({ requests_per_second: term.requestsPerSecond, basis: term.basis, from: term.effectiveFrom, to: effective_to, document: term.source?.document ?? null }));
  }
}
