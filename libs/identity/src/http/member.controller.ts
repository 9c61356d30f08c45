import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Member, type MemberRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { KeepPeople } from '../actions/keep-people.js';
import { TransferOwnership } from '../actions/transfer-ownership.js';
import type { TenantCaller } from '../model/caller.js';
import { ActingBy, CalledByTenant } from './called-by.js';
import { showPlaced } from './show-people.js';

interface PersonId {
  id: Id<'per'>;
}

@Controller()
export class MemberController {
  constructor(
    @Inject(KeepPeople) private readonly people: KeepPeople,
    @Inject(TransferOwnership) private readonly ownership: TransferOwnership,
  ) {}

  @Answers(api.members.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller): Promise<{ items: Member[] }> {
    return { items: (await this.people.list(tenantId)).map<Member>(showPlaced) };
  }

  @Answers(api.members.change)
  async change(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.members.change.params) { id }: PersonId, @Given.body(api.members.change.body) { role }: { role: MemberRole }, @ActingBy() by: Actor): Promise<Member> {
    return showPlaced(await this.people.changeRole(tenantId, id, role, by));
  }

  @Answers(api.members.remove)
  remove(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.members.remove.params) { id }: PersonId, @ActingBy() by: Actor): Promise<void> {
    return this.people.remove(tenantId, id, by);
  }

  @Answers(api.members.offerOwnership)
  async offer(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.members.offerOwnership.params) { id }: PersonId, @Given.body(api.members.offerOwnership.body) { reason }: { reason: string }, @ActingBy() by: Actor): Promise<{ approval: string; expires_at: string }> {
    const approval = await this.ownership.offer(tenantId, id, reason, by);
    return { approval: approval.id, expires_at: approval.expiresAt.toISOString() };
  }
}
