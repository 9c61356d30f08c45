import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type HeldMail } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { PlaceHeldMail, type Placement } from '../actions/place-held-mail.js';
import { ReadHeldMails } from '../actions/read-held-mails.js';

interface HeldMailId {
  id: Id<'hml'>;
}

@Controller()
export class HeldMailController {
  constructor(
    @Inject(ReadHeldMails) private readonly reading: ReadHeldMails,
    @Inject(PlaceHeldMail) private readonly placing: PlaceHeldMail,
  ) {}

  @Answers(api.heldMails.list)
  list(@Given.query(api.heldMails.list.query) asked: { cursor?: string; limit: number }): Promise<{ items: HeldMail[]; next_cursor: string | null }> {
    return this.reading.page(asked);
  }

  @Answers(api.heldMails.place)
  async place(@Given.params(api.heldMails.place.params) { id }: HeldMailId, @Given.body(api.heldMails.place.body) placement: Placement, @ActingBy() by: Actor): Promise<{ ticket: Id<'tkt'> }> {
    return { ticket: await this.placing.for(id, placement, by) };
  }
}
