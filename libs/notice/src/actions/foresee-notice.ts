import type { NoticeChannel, NoticeDuty, NoticeKind, PersonalChannel } from '@inkproof/contract';
import type { Run } from '@inkproof/platform';
import { changeOf, dutyOf } from '../model/duty.js';
import { wordsTo } from '../model/recipients.js';
import type { ForeseenAudience, ForeseenTenant, ForesightStore } from '../store/foresight-store.js';
import type { Member, SpreadStore } from '../store/spread-store.js';

/** What one tenant would be told, by whom and on which way. */
export interface Foreseen {
  tenant: ForeseenTenant;
  duty: NoticeDuty;
  words: { personId: string; name: string; channel: PersonalChannel; owed: boolean }[];
  webhooks: number;
}

export type ForeseenTotals = Record<NoticeChannel | 'tenants' | 'untold', number>;

const AT_ONCE = 2_000;

/** Who would be told of something, were it published now: by the same plans, duties, roles and wishes as when it is spread. */
export class ForeseeNotice {
  constructor(
    private readonly store: ForesightStore,
    private readonly spread: SpreadStore,
  ) {}

  async page(run: Run, kind: NoticeKind, audience: ForeseenAudience, asked: { search?: string; above?: string; size: number }): Promise<Foreseen[]> {
    return this.#of(run, kind, await this.store.concerned(run, audience, asked));
  }

  /** `untold` are tenants that nobody of is told by name: they read it where everybody does. */
  async totals(run: Run, kind: NoticeKind, audience: ForeseenAudience): Promise<ForeseenTotals> {
    const tenants = await this.store.concerned(run, audience, { size: null });
    const totals: ForeseenTotals = { tenants: tenants.length, untold: 0, app: 0, mail: 0, webhook: 0 };
    for (let at = 0; at < tenants.length; at += AT_ONCE)
      for (const { words, webhooks } of await this.#of(run, kind, tenants.slice(at, at + AT_ONCE))) {
        for (const { channel } of words) totals[channel] += 1;
        totals.webhook += webhooks;
        if (!words.length && !webhooks) totals.untold += 1;
      }
    return totals;
  }

  async #of(run: Run, kind: NoticeKind, tenants: readonly ForeseenTenant[]): Promise<Foreseen[]> {
    const ids = tenants.map(({ id }) => id);
    const [members, listening] = [await this.spread.members(run, ids, kind), await this.store.listening(run, kind, ids)];
    const of = new Map(ids.map((id) => [id as string, [] as Member[]]));
    for (const member of members) of.get(member.tenantId)!.push(member);
    return tenants.map((tenant) => {
      const duty = dutyOf(tenant.plan, changeOf(kind), 'incompatible');
      const own = of.get(tenant.id)!;
      const names = new Map(own.map(({ personId, name }) => [personId, name]));
      const words = wordsTo(own, duty, kind).map(({ to: { personId }, channel, owed }) => ({ personId, name: names.get(personId)!, channel, owed }));
      return { tenant, duty, words, webhooks: listening.get(tenant.id) ?? 0 };
    });
  }
}
