import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id, type Ids } from '@inkproof/kernel';
import { mailLocaleOf, type Database, type MailOutbox, type Tx } from '@inkproof/platform';
import { refuseMissingTenant } from '../store/refuse-missing-tenant.js';
import type { SupportAccess, SupportStore } from '../store/support-store.js';

const MINUTE_MS = 60_000;

/** What is looked at, in a word, and its id where it is one thing. */
export interface Look {
  what: string;
  target?: string;
}

export type NamedAccess = SupportAccess & { name: string };

/**
 * Lets a person of the staff look at data of one tenant, for a while and with a reason. The tenant is told, sees each
 * look in its audit log, and may end it. The time box is held by the store (`app_support_tenant`).
 */
export class SupportAccesses {
  constructor(
    private readonly database: Database,
    private readonly store: SupportStore,
    private readonly outbox: MailOutbox,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  async open(tenantId: Id<'ten'>, { reason, ticket, minutes }: { reason: string; ticket?: string; minutes: number }, personId: Id<'per'>, by: Actor): Promise<NamedAccess> {
    const openedAt = this.clock.now();
    const access: SupportAccess = { id: this.ids.next('sup'), tenantId, personId, reason, ticket: ticket ?? null, openedBy: by.id, openedAt, endsAt: new Date(openedAt.getTime() + minutes * MINUTE_MS), endedAt: null, endedBy: null };
    return this.database.asProvider(async (tx) => {
      const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { name: true } });
      if (!tenant) throw new Refusal('tenant.not_found');
      await this.store.add(tx, access);
      await this.trail.append(tx, tenantId, { action: 'support.opened', by, targets: [access.id], details: { minutes, ticket }, reason });
      const owners = await tx.member.findMany({ where: { tenantId, role: 'owner' }, select: { person: { select: { email: true, locale: true } } } });
      for (const { person } of owners)
        await this.outbox.put(tx, { tenantId, to: person.email, template: 'support_access_began', locale: mailLocaleOf(person.locale), values: { tenant: tenant.name, reason, minutes, link: `${this.consoleUrl}/support-access` }, expiresAt: new Date(openedAt.getTime() + DAY_MS) });
      return (await this.#named(tx, [access]))[0]!;
    });
  }

  async list(tenantId: Id<'ten'>, page: { below?: string; size: number; isRunning?: boolean }): Promise<NamedAccess[]> {
    return this.database.asProvider(async (tx) => {
      await refuseMissingTenant(tx, tenantId);
      return this.#named(tx, await this.store.list(tx, tenantId, page, this.clock.now()));
    });
  }

  /** What somebody of the staff may look at right now. */
  own(personId: Id<'per'>): Promise<(NamedAccess & { tenantName: string })[]> {
    return this.database.asProvider(async (tx) => {
      const accesses = await this.store.own(tx, personId, this.clock.now());
      const named = await this.#named(tx, accesses);
      return named.map((access, at) => ({ ...access, tenantName: accesses[at]!.tenant.name }));
    });
  }

  /** By the tenant, or by the person it was opened for. Ending what has ended changes nothing. */
  end(id: Id<'sup'>, whose: { tenantId: Id<'ten'> } | { personId: Id<'per'> }, by: Actor): Promise<NamedAccess> {
    return this.database.asProvider(async (tx) => {
      const access = await this.store.find(tx, id, whose);
      // Another tenant's access and none answer alike, or the answer would tell which ids exist.
      if (!access) throw new Refusal('support.not_found');
      const at = this.clock.now();
      const isEnded = await this.store.end(tx, access, at, by.id);
      if (isEnded) await this.trail.append(tx, access.tenantId, { action: 'support.ended', by, targets: [id], details: {} });
      return (await this.#named(tx, [isEnded ? { ...access, endedAt: at, endedBy: by.id } : access]))[0]!;
    });
  }

  /** Looks at something of the tenant's while the access runs. The look and its entry in the tenant's log are one transaction. */
  look<Result>(id: Id<'sup'>, { what, target }: Look, personId: Id<'per'>, by: Actor, at: (tx: Tx, tenantId: Id<'ten'>) => Promise<Result>): Promise<Result> {
    return this.database.asSupport(id, async (tx) => {
      const access = await this.store.find(tx, id, { personId });
      if (!access) throw new Refusal('support.not_found');
      if (!(await this.store.isRunning(tx, access))) throw new Refusal('support.over');
      await this.trail.append(tx, access.tenantId, { action: 'support.read', by, targets: target === undefined ? [id] : [id, target], details: { what }, reason: access.reason });
      return at(tx, access.tenantId);
    });
  }

  /** The same for whoever names the tenant instead: under the access of theirs to it that runs longest. */
  async lookInto<Result>(tenantId: Id<'ten'>, look: Look, personId: Id<'per'>, by: Actor, at: (tx: Tx) => Promise<Result>): Promise<Result> {
    const access = await this.database.asProvider(async (tx) => {
      await refuseMissingTenant(tx, tenantId);
      return this.store.longest(tx, { tenantId, personId }, this.clock.now());
    });
    if (!access) throw new Refusal('support.required', `Open one with POST /v1/admin/tenants/${tenantId}/support-accesses and a reason that the tenant reads.`);
    return this.look(access.id, look, personId, by, at);
  }

  async #named(tx: Tx, accesses: readonly SupportAccess[]): Promise<NamedAccess[]> {
    const names = await this.store.names(tx, accesses);
    return accesses.map((access) => ({ ...access, name: names.get(access.personId) ?? '' }));
  }
}
