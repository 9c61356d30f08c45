import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type EndingOutlook, type EndingRequest, type ServiceEnd } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { AnnounceEnd } from '../actions/announce-end.js';
import { TakeBackEnd } from '../actions/take-back-end.js';
import type { ServiceEnding } from '../model/service-end.js';
import { EndingStore } from '../store/ending-store.js';
import { showEnd, showOutlook } from './show-end.js';

/** The end of a service, as its tenant has it. */
@Controller()
export class EndingController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EndingStore) private readonly ends: EndingStore,
    @Inject(AnnounceEnd) private readonly announcing: AnnounceEnd,
    @Inject(TakeBackEnd) private readonly takingBack: TakeBackEnd,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.ending.find)
  find(@CalledByTenant() { tenantId }: TenantCaller): Promise<EndingOutlook> {
    return this.database.asTenant(tenantId, async (tx) => showOutlook(tx, await this.ends.standing(tx, tenantId), 'tenant', this.clock.now()));
  }

  @Answers(api.ending.announce)
  async announce(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.ending.announce.body) asked: EndingRequest, @ActingBy() by: Actor): Promise<ServiceEnd> {
    return this.#show(tenantId, await this.announcing.own(tenantId, asked, by));
  }

  @Answers(api.ending.takeBack)
  async takeBack(@CalledByTenant() { tenantId }: TenantCaller, @ActingBy() by: Actor): Promise<ServiceEnd> {
    return this.#show(tenantId, await this.takingBack.own(tenantId, by));
  }

  #show(tenantId: Id<'ten'>, ending: ServiceEnding): Promise<ServiceEnd> {
    return this.database.asTenant(tenantId, (tx) => showEnd(tx, ending, 'tenant', this.clock.now()));
  }
}
