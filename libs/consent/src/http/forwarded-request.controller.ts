import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type ForwardedRequest, type ForwardedSummary } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, pageOf } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { ForwardRequest } from '../actions/forward-request.js';
import { showForwarded } from './show-request.js';

const { adminRequests } = api;

/** Requests that reached the provider and belong to a tenant. */
@Controller()
export class ForwardedRequestController {
  constructor(
    @Inject(ForwardRequest) private readonly forwarding: ForwardRequest,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(adminRequests.forward)
  async forward(@Given.body(adminRequests.forward.body) asked: ForwardedRequest, @ActingBy() by: Actor): Promise<ForwardedSummary> {
    return showForwarded(await this.forwarding.with(asked, by), this.clock.now());
  }

  @Answers(adminRequests.list)
  async list(@Given.query(adminRequests.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: ForwardedSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.forwarding.list({ below: cursor, size: limit + 1 }), limit);
    return { items: items.map((request) => showForwarded(request, this.clock.now())), next_cursor: nextCursor };
  }
}
