import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type EndingOutlook, type ServiceEnd } from '@inkproof/contract';
import { ActingBy, refuseMissingTenant } from '@inkproof/identity';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { AnnounceEnd } from '../actions/announce-end.js';
import { TakeBackEnd } from '../actions/take-back-end.js';
import { EndingStore } from '../store/ending-store.js';
import { showEnd, showOutlook } from './show-end.js';

interface OfTenant {
  id: Id<'ten'>;
}

/** The end of a tenant's service, as the provider has it. */
@Controller()
export class AdminEndingController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EndingStore) private readonly ends: EndingStore,
    @Inject(AnnounceEnd) private readonly announcing: AnnounceEnd,
    @Inject(TakeBackEnd) private readonly takingBack: TakeBackEnd,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.adminEnding.find)
  find(@Given.params(api.adminEnding.find.params) { id }: OfTenant): Promise<EndingOutlook & { approval: Id<'apr'> | null }> {
    return this.database.asProvider(async (tx) => {
      await refuseMissingTenant(tx, id);
      const now = this.clock.now();
      return { ...(await showOutlook(tx, await this.ends.standing(tx, id), 'provider', now)), approval: await this.ends.waiting(tx, id, now) };
    });
  }

  @Answers(api.adminEnding.ask)
  async ask(@Given.params(api.adminEnding.ask.params) { id }: OfTenant, @Given.body(api.adminEnding.ask.body) asked: { last_day: string; reason: string }, @ActingBy() by: Actor): Promise<{ approval: Id<'apr'> }> {
    return { approval: await this.announcing.ask(id, asked, by) };
  }

  @Answers(api.adminEnding.takeBack)
  async takeBack(@Given.params(api.adminEnding.takeBack.params) { id }: OfTenant, @ActingBy() by: Actor): Promise<ServiceEnd> {
    const ending = await this.takingBack.ofProvider(id, by);
    return this.database.asProvider((tx) => showEnd(tx, ending, 'provider', this.clock.now()));
  }
}
