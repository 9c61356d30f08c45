import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type QuotaSet, type QuotaTerm, type QuotaTermList, type QuotaTermRequest } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { CancelQuotaTerm } from '../actions/cancel-quota-term.js';
import { SetQuota } from '../actions/set-quota.js';
import { TellQuotaTerms } from '../actions/tell-quota-terms.js';

/** The terms of a tenant's quota: to read for the tenant, to set for those who run the service. */
@Controller()
export class QuotaTermController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TellQuotaTerms) private readonly tellQuotaTerms: TellQuotaTerms,
    @Inject(SetQuota) private readonly setQuota: SetQuota,
    @Inject(CancelQuotaTerm) private readonly cancelQuotaTerm: CancelQuotaTerm,
  ) {}

  @Answers(api.quota.terms)
  terms(@CalledByTenant() { tenantId }: TenantCaller): Promise<QuotaTermList> {
    return this.database.asTenant(tenantId, (tx) => this.tellQuotaTerms.in(tx, tenantId));
  }

  @Answers(api.quota.list)
  list(@Given.params(api.quota.list.params) { id }: { id: Id<'ten'> }): Promise<QuotaTermList> {
    return this.database.asProvider((tx) => this.tellQuotaTerms.inForStaff(tx, id));
  }

  @Answers(api.quota.open)
  async open(
    @Given.params(api.quota.open.params) { id }: { id: Id<'ten'> },
    @Given.body(api.quota.open.body) asked: QuotaTermRequest,
    @ActingBy() by: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<QuotaSet> {
    const set = await this.setQuota.for(id, asked, by);
    if ('term' in set) return { term: await this.#shown(id, set.term.id), approval: null };
    response.status(202);
    return { term: null, approval: set.approval };
  }

  @Answers(api.quota.cancel)
  async cancel(@Given.params(api.quota.cancel.params) { id, term }: { id: Id<'ten'>; term: Id<'qtm'> }, @ActingBy() by: Actor): Promise<QuotaTerm> {
    return this.#shown(id, (await this.cancelQuotaTerm.for(id, term, by)).id);
  }

  async #shown(tenantId: Id<'ten'>, term: Id<'qtm'>): Promise<QuotaTerm> {
    return (await this.list({ id: tenantId })).items.find(({ id }) => id === term)!;
  }
}
