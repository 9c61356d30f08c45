import { noticeKinds, type MemberRole, type NoticeKind, type NoticeWish, type PersonalChannel } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { channelsFor, channelsForStaff, owedChannels, type Wishes } from '../model/channels.js';
import { changeOf, dutyOf } from '../model/duty.js';
import type { WishStore } from '../store/wish-store.js';

/** Who wishes: a member acts for a tenant in a role, a person of the staff for none. */
export interface Wisher {
  personId: string;
  member: { tenantId: Id<'ten'>; role: MemberRole } | null;
}

/** Where somebody is told of one kind, and where a duty asks for it. */
export interface ToldOf {
  kind: NoticeKind;
  told: readonly PersonalChannel[];
  owed: readonly PersonalChannel[];
}

/** What a person wants to be told, and what comes of it under the plan of the tenant they act for. */
export class KeepWishes {
  constructor(
    private readonly database: Database,
    private readonly wishes: WishStore,
  ) {}

  async look({ personId, member }: Wisher): Promise<ToldOf[]> {
    const wishes = await this.wishes.of(personId);
    if (!member) return noticeKinds.map((kind) => ({ kind, told: channelsForStaff(wishes.get(kind) ?? {}), owed: ['app'] }));
    const { tenantId, role } = member;
    const { plan } = await this.database.asTenant(tenantId, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { plan: { select: { kind: true } } } }));
    return noticeKinds.map((kind) => toldOf(kind, role, plan.kind, wishes.get(kind) ?? {}));
  }

  async wish(wisher: Wisher, wish: NoticeWish): Promise<ToldOf[]> {
    await this.wishes.write(wisher.personId, wish);
    return this.look(wisher);
  }
}

/** By the change that asks for most: one that interrupts something. */
const toldOf = (kind: NoticeKind, role: MemberRole, plan: 'free' | 'trial' | 'paid', wishes: Wishes): ToldOf => {
  const duty = dutyOf(plan, changeOf(kind), 'incompatible');
  return { kind, told: channelsFor(duty, role, kind, wishes), owed: owedChannels(duty, role, kind) };
};
