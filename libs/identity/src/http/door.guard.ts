import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { isOpenAfterEnd, Refusal, type Endpoint } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { endpointOf, type Config } from '@inkproof/platform';
import type { Request } from 'express';
import { ENDED, SUSPENDED } from '../actions/recognise-key.js';
import { mayCall, type Caller } from '../model/caller.js';
import { isCrossSite } from '../model/cross-site.js';
import { heldBack } from '../model/session-law.js';
import type { KeyStore } from '../store/key-store.js';
import { refusalIn } from './refused-now.js';
import { KeyGuard, SessionGuard, type KeyStrategy, type SessionRequest, type SessionStrategy } from './strategies.js';

const why = {
  'mfa.enrolment_required': 'Set up a second factor first: your role needs one on this install.',
  'session.step_up_required': 'Confirm who you are (POST /v1/session/confirm), then repeat the call.',
};

const CLOSED = 'The service of the tenant has ended, and the time in which its people could read is over. Whoever needs proof of what was deleted has it in the certificate.';

/** Stands before every route: who is calling, from where, does the contract open this endpoint to them, and have they shown enough for it? */
export class DoorGuard implements CanActivate {
  readonly #keyGuard = new KeyGuard();
  readonly #sessionGuard = new SessionGuard();
  readonly #ownOrigins: string[];

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly keys: KeyStore,
    private readonly programs: KeyStrategy,
    private readonly people: SessionStrategy,
  ) {
    this.#ownOrigins = [config.http.consoleUrl, config.http.publicUrl].map((url) => new URL(url).origin);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context.getHandler());
    // Routes outside the contract are pages and numbers without a tenant: docs, metrics.
    if (!endpoint) return true;
    const request = context.switchToHttp().getRequest<SessionRequest>();
    request.inkproofEndpoint = endpoint;
    const byKey = request.headers.authorization !== undefined;
    if (!byKey) this.#refuseOtherSites(request);
    if (endpoint.access.anyone) return true;
    await (byKey ? this.#keyGuard : this.#sessionGuard).canActivate(context);
    await this.#assertOpen(endpoint, request.user as Caller, request);
    request.inkproofRefusedNow = () => refusalIn(() => this.#askAgain(endpoint, request.user as Caller, byKey, request));
    return true;
  }

  /** A session may act for another tenant by now, and what was asked for is not that one's. */
  async #askAgain(endpoint: Endpoint, before: Caller, byKey: boolean, request: SessionRequest): Promise<void> {
    const now = await (byKey ? this.programs : this.people).again(request);
    if (tenantOf(now) !== tenantOf(before)) throw new Refusal('access.denied');
    await this.#assertOpen(endpoint, now, request);
  }

  /** Whether the contract opens the endpoint to who calls, and they have shown enough for it. */
  async #assertOpen(endpoint: Endpoint, caller: Caller, request: SessionRequest): Promise<void> {
    if (!mayCall(endpoint.access, caller)) throw new Refusal('access.denied');
    const service = request.inkproofSession?.service;
    if (service && !isOpenAfterEnd(endpoint, service)) throw new Refusal('tenant.ended', service === 'ended' ? ENDED : CLOSED);
    const held = request.inkproofSession && heldBack(endpoint, request.inkproofSession, { isEnforced: this.config.mfa.required, now: this.clock.now() });
    if (held) throw new Refusal(held, why[held]);
    // A key's tenant was looked at with the key.
    if (endpoint.closedBySuspension && caller.kind === 'member' && (await this.keys.isSuspended(caller.tenantId))) throw new Refusal('tenant.suspended', SUSPENDED);
  }

  #refuseOtherSites({ method, headers }: Request): void {
    const fetchSite = headers['sec-fetch-site'];
    if (isCrossSite({ method, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined, origin: headers.origin }, this.#ownOrigins)) throw new Refusal('request.cross_site');
  }
}

const tenantOf = (caller: Caller): string | undefined => ('tenantId' in caller ? caller.tenantId : undefined);
