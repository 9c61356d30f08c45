import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Authorization, type AuthorizationRequest, type BulkCommitments, type KeepingCalendar } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Day, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { FindAuthorisations } from '../actions/find-authorisations.js';
import { KeepMaterial } from '../actions/keep-material.js';
import { RecordAuthorisations } from '../actions/record-authorisations.js';
import { WithdrawAuthorisation } from '../actions/withdraw-authorisation.js';
import type { Authorisation } from '../model/authorisation.js';
import { showAuthorisation } from './show-authorisation.js';

interface AuthorisationId {
  id: Id<'aut'>;
}

@Controller()
export class AuthorisationController {
  constructor(
    @Inject(FindAuthorisations) private readonly finding: FindAuthorisations,
    @Inject(RecordAuthorisations) private readonly recording: RecordAuthorisations,
    @Inject(KeepMaterial) private readonly keeping: KeepMaterial,
    @Inject(WithdrawAuthorisation) private readonly withdrawing: WithdrawAuthorisation,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.authorizations.list)
  async list(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.query(api.authorizations.list.query) { cursor, limit, filing, last_day: lastDay }: { cursor?: string; limit: number; filing?: Id<'flg'>; last_day?: Day },
  ): Promise<{ items: Authorization[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.finding.list(tenantId, { filing, lastDay, below: cursor, size: limit + 1 }), limit);
    return { items: this.#show(items), next_cursor: nextCursor };
  }

  @Answers(api.authorizations.search)
  async search(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.authorizations.search.body) { subject }: { subject: string }): Promise<{ items: Authorization[] }> {
    return { items: this.#show(await this.finding.ofSubject(tenantId, subject)) };
  }

  @Answers(api.authorizations.calendar)
  calendar(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.authorizations.calendar.query) { from }: { from?: Day }): Promise<KeepingCalendar> {
    return this.finding.calendar(tenantId, from);
  }

  @Answers(api.authorizations.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.authorizations.create.body) asked: AuthorizationRequest, @ActingBy() by: Actor): Promise<Authorization> {
    return this.#one(await this.finding.one(tenantId, await this.recording.one(tenantId, asked, by)));
  }

  @Answers(api.authorizations.bulk)
  async bulk(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.authorizations.bulk.body) asked: BulkCommitments, @ActingBy() by: Actor): Promise<{ created: number; ids: Id<'aut'>[] }> {
    const ids = await this.recording.many(tenantId, asked, by);
    return { created: ids.length, ids };
  }

  @Answers(api.authorizations.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.authorizations.find.params) { id }: AuthorisationId): Promise<Authorization> {
    return this.#one(await this.finding.one(tenantId, id));
  }

  @Answers(api.authorizations.keepMaterial)
  async keepMaterial(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.authorizations.keepMaterial.params) { id }: AuthorisationId,
    @Given.body(api.authorizations.keepMaterial.body) { media_type: type, base64 }: { media_type: string; base64: string },
    @ActingBy() by: Actor,
  ): Promise<Authorization> {
    return this.#one(await this.keeping.for(tenantId, id, { type, bytes: Buffer.from(base64, 'base64') }, by));
  }

  @Answers(api.authorizations.withdraw)
  async withdraw(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.authorizations.withdraw.params) { id }: AuthorisationId, @ActingBy() by: Actor): Promise<Authorization> {
    return this.#one(await this.withdrawing.for(tenantId, id, by));
  }

  #one(authorisation: Authorisation): Authorization {
    return showAuthorisation(authorisation, this.clock.now());
  }

  #show(authorisations: Authorisation[]): Authorization[] {
    return authorisations.map((authorisation) => this.#one(authorisation));
  }
}
