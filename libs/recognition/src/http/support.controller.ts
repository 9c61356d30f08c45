import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type RecognitionSummary } from '@inkproof/contract';
import { ActingBy, CalledByPerson, SupportAccesses, type PersonCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { RecognitionStore } from '../store/recognition-store.js';

/** What staff may look at of recognitions under a support access: what was called and when, never what was read. */
@Controller()
export class SupportController {
  constructor(
    @Inject(SupportAccesses) private readonly accesses: SupportAccesses,
    @Inject(RecognitionStore) private readonly recognitions: RecognitionStore,
  ) {}

  @Answers(api.adminSupport.recognitions)
  async list(
    @Given.params(api.adminSupport.recognitions.params) { id }: { id: Id<'sup'> },
    @Given.query(api.adminSupport.recognitions.query) { cursor, limit }: { cursor?: string; limit: number },
    @CalledByPerson() { personId }: PersonCaller,
    @ActingBy() by: Actor,
  ): Promise<{ items: RecognitionSummary[]; next_cursor: string | null }> {
    const found = await this.accesses.look(id, { what: 'recognitions' }, personId, by, (tx, tenantId) => this.recognitions.listIn(tx, tenantId, { below: cursor, size: limit + 1 }));
    const { items, nextCursor } = pageOf(found, limit);
    return { items, next_cursor: nextCursor };
  }
}
