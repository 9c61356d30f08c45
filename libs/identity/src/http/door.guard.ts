import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Refusal } from '@inkproof/contract';
import { endpointOf, type Config } from '@inkproof/platform';
import type { Request } from 'express';
import { mayCall, type Caller } from '../model/caller.js';
import { isCrossSite } from '../model/cross-site.js';
import { KeyGuard, SessionGuard } from './strategies.js';

/** Stands before every route: who is calling, from where, and does the contract open this endpoint to them? */
export class DoorGuard implements CanActivate {
  readonly #keys = new KeyGuard();
  readonly #sessions = new SessionGuard();
  readonly #ownOrigins: string[];

  constructor(config: Config) {
    this.#ownOrigins = [config.http.consoleUrl, config.http.publicUrl].map((url) => new URL(url).origin);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context.getHandler());
    // Routes outside the contract are pages and numbers without a tenant: docs, metrics.
    if (!endpoint) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const byKey = request.headers.authorization !== undefined;
    if (!byKey) this.#refuseOtherSites(request);
    if (endpoint.access.anyone) return true;
    await (byKey ? this.#keys : this.#sessions).canActivate(context);
    if (!mayCall(endpoint.access, request.user as Caller)) throw new Refusal('access.denied');
    return true;
  }

  #refuseOtherSites({ method, headers }: Request): void {
    const fetchSite = headers['sec-fetch-site'];
    if (isCrossSite({ method, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined, origin: headers.origin }, this.#ownOrigins)) throw new Refusal('request.cross_site');
  }
}
