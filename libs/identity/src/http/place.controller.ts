import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { SwitchTenant, type Place } from '../actions/switch-tenant.js';
import type { PersonCaller } from '../model/caller.js';
import { ActingBy, CalledByPerson } from './called-by.js';
import { SessionCookie } from './cookie.js';

@Controller()
export class PlaceController {
  constructor(
    @Inject(SwitchTenant) private readonly switchTenant: SwitchTenant,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Answers(api.session.places)
  async list(@CalledByPerson() { personId }: PersonCaller): Promise<{ items: Place[] }> {
    return { items: await this.switchTenant.places(personId) };
  }

  @Answers(api.session.switchTenant)
  async switch(@CalledByPerson() caller: PersonCaller, @Given.body(api.session.switchTenant.body) { tenant }: { tenant: Id<'ten'> }, @ActingBy() by: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    const { token } = await this.switchTenant.to(tenant, caller, by);
    this.cookie.write(response, token);
  }
}
