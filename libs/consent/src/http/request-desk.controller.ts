import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type RequestDesk, type RequestDeskChange } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Answers, Config, Given } from '@inkproof/platform';
import { RequestDesks } from '../actions/request-desks.js';
import { showDesk } from './show-request.js';

const { subjectRequests } = api;

/** Where people write to a tenant. */
@Controller()
export class RequestDeskController {
  constructor(
    @Inject(RequestDesks) private readonly desks: RequestDesks,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(subjectRequests.desk)
  async desk(@CalledByTenant() { tenantId }: TenantCaller): Promise<RequestDesk> {
    return showDesk(await this.desks.of(tenantId), this.config.http.consoleUrl);
  }

  @Answers(subjectRequests.changeDesk)
  async change(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(subjectRequests.changeDesk.body) change: RequestDeskChange, @ActingBy() by: Actor): Promise<RequestDesk> {
    return showDesk(await this.desks.change(tenantId, change, by), this.config.http.consoleUrl);
  }
}
