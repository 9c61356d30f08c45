import type { Actor, Trail } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { nextLook } from '../model/request-clock.js';
import { isOpen } from '../model/request-life.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { Held, OpenRequest } from './open-request.js';
import type { RequestLinks } from './request-links.js';
import type { RequestMail } from './request-mail.js';
import type { RequestThrottle } from './request-throttle.js';
import type { TellPrograms } from './tell-programs.js';

/** A request as its person sees it, and whose it is. */
export interface Followed {
  request: StoredRequest;
  tenant: string;
}

/** What a person does with the link in their mail: see how it stands, confirm the address, take the request back. */
export class FollowRequest {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly open: OpenRequest,
    private readonly links: RequestLinks,
    private readonly throttle: RequestThrottle,
    private readonly mail: RequestMail,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  see(link: string, from: string): Promise<Followed> {
    return this.#behind(link, from, async () => {});
  }

  /** Confirming what is confirmed changes nothing. The members who answer are told now: before, it may have been anybody. */
  confirm(link: string, from: string, by: Actor): Promise<Followed> {
    return this.#behind(link, from, async (tx, request) => {
      if (request.state !== 'received') return;
      const now = this.clock.now();
      await this.store.change(tx, request, { state: 'confirmed', nextLookAt: nextLook(request, [], now) });
      await this.open.step(tx, request, { kind: 'confirmed', side: 'person', by });
      await this.mail.clock(tx, request, 'received', now);
      // Of what the provider passed on they have heard.
      if (request.source === 'form') await this.programs.request(tx, request.tenantId, 'received', { ...request, state: 'confirmed' });
      await this.trail.append(tx, request.tenantId, { action: 'subject_request.confirmed', by, targets: [request.id], details: {} });
    });
  }

  withdraw(link: string, from: string, by: Actor): Promise<Followed> {
    return this.#behind(link, from, async (tx, request) => {
      if (!isOpen(request.state)) throw new Refusal('dsr.ended');
      await this.store.change(tx, request, { state: 'withdrawn', endedAt: this.clock.now(), nextLookAt: null });
      await this.open.step(tx, request, { kind: 'withdrawn', side: 'person', by });
      if (request.source !== 'form' || request.state !== 'received') await this.programs.request(tx, request.tenantId, 'finished', { ...request, state: 'withdrawn' });
      await this.trail.append(tx, request.tenantId, { action: 'subject_request.withdrawn', by, targets: [request.id], details: { by_person: true } });
    });
  }

  async #behind(link: string, from: string, work: (tx: Tx, request: Held) => Promise<void>): Promise<Followed> {
    await this.throttle.admitLink(from);
    const { tenantId, id } = this.links.open(link);
    // Members, who are told when an address was confirmed, are people the tenant's own scope does not show.
    return this.database.asProviderOf(tenantId, async (tx) => {
      const request = (await this.store.hold(tx, tenantId, id)) as Held | undefined;
      if (!request) throw new Refusal('dsr.link_void');
      await work(tx, request);
      const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
      return { request: (await this.store.find(tx, tenantId, id as Id<'dsr'>))!, tenant: name };
    });
  }
}
