import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type OwnSupportAccess, type SupportAccess as ShownAccess, type SupportKey, type SupportRequest } from '@inkproof/contract';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { SupportAccesses, type NamedAccess } from '../actions/support-accesses.js';
import type { PersonCaller, TenantCaller } from '../model/caller.js';
import { ActingBy, CalledByPerson, CalledByTenant } from './called-by.js';

interface AccessId {
  id: Id<'sup'>;
}
interface Page {
  cursor?: string;
  limit: number;
}
interface List {
  items: ShownAccess[];
  next_cursor: string | null;
}
const { supportAccesses, adminSupport } = api;

/** Accesses of staff to a tenant's data: opened by staff, seen and ended by both. */
@Controller()
export class SupportController {
  constructor(
    @Inject(SupportAccesses) private readonly accesses: SupportAccesses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(supportAccesses.list)
  list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(supportAccesses.list.query) page: Page & { running?: boolean }): Promise<List> {
    return this.#list(tenantId, page);
  }

  @Answers(supportAccesses.end)
  async end(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(supportAccesses.end.params) { id }: AccessId, @ActingBy() by: Actor): Promise<ShownAccess> {
    return this.#show(await this.accesses.end(id, { tenantId }, by));
  }

  @Answers(adminSupport.own)
  async own(@CalledByPerson() { personId }: PersonCaller): Promise<{ items: OwnSupportAccess[] }> {
    return { items: (await this.accesses.own(personId)).map((access) => ({ ...this.#show(access), tenant_name: access.tenantName })) };
  }

  @Answers(adminSupport.list)
  listForStaff(@Given.params(adminSupport.list.params) { id }: { id: Id<'ten'> }, @Given.query(adminSupport.list.query) page: Page): Promise<List> {
    return this.#list(id, page);
  }

  @Answers(adminSupport.open)
  async open(@Given.params(adminSupport.open.params) { id }: { id: Id<'ten'> }, @Given.body(adminSupport.open.body) asked: SupportRequest, @CalledByPerson() { personId }: PersonCaller, @ActingBy() by: Actor): Promise<ShownAccess> {
    return this.#show(await this.accesses.open(id, asked, personId, by));
  }

  @Answers(adminSupport.end)
  async endForStaff(@Given.params(adminSupport.end.params) { id }: AccessId, @CalledByPerson() { personId }: PersonCaller, @ActingBy() by: Actor): Promise<ShownAccess> {
    return this.#show(await this.accesses.end(id, { personId }, by));
  }

  @Answers(adminSupport.keys)
  async keys(@Given.params(adminSupport.keys.params) { id }: AccessId, @CalledByPerson() { personId }: PersonCaller, @ActingBy() by: Actor): Promise<{ items: SupportKey[] }> {
    const select = { id: true, label: true, environment: true, hint: true, createdAt: true, lastUsedAt: true, revokedAt: true } as const;
    const rows = await this.accesses.look(id, { what: 'keys' }, personId, by, (tx, tenantId) => tx.apiKey.findMany({ where: { tenantId }, select, orderBy: { id: 'desc' } }));
    return {
      items: rows.map(({ id: key, createdAt, lastUsedAt, revokedAt, ...row }) => ({ ...row, id: key as Id<'key'>, created_at: createdAt.toISOString(), last_used_at: lastUsedAt?.toISOString() ?? null, revoked_at: revokedAt?.toISOString() ?? null })),
    };
  }

  async #list(tenantId: Id<'ten'>, { cursor, limit, running }: Page & { running?: boolean }): Promise<List> {
    const { items, nextCursor } = pageOf(await this.accesses.list(tenantId, { below: cursor, size: limit + 1, isRunning: running }), limit);
    return { items: items.map((access) => this.#show(access)), next_cursor: nextCursor };
  }

  #show({ id, tenantId, personId, name, reason, ticket, openedAt, endsAt, endedAt }: NamedAccess): ShownAccess {
    return { id, tenant_id: tenantId, person: { id: personId, name }, reason, ticket, opened_at: openedAt.toISOString(), ends_at: endsAt.toISOString(), ended_at: endedAt?.toISOString() ?? null, running: endedAt === null && endsAt > this.clock.now() };
  }
}
