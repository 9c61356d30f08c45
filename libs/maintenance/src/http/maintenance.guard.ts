import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { componentOf, Refusal, type ComponentName } from '@inkproof/contract';
import type { Caller } from '@inkproof/identity';
import type { Clock } from '@inkproof/kernel';
import { endpointOf } from '@inkproof/platform';
import type { Request, Response } from 'express';
import type { AskDoor } from '../actions/ask-door.js';
import type { KeepDoor } from '../actions/keep-door.js';
import { maintenanceField, maintenanceLinks, noticed, shutting, waitMs, type DoorWindow } from '../model/door.js';

interface Addresses {
  publicUrl: string;
  statusUrl: string;
}

/** Adds to an answer that goes well, whatever writes it: most are sent by the framework, files and streams by themselves. */
const whenItGoesWell = (response: Response, headers: Record<string, string>): void => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => Response;
  response.writeHead = ((...given: unknown[]) => {
    const status = typeof given[0] === 'number' ? given[0] : response.statusCode;
    if (status < 300) for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value);
    return writeHead(...given);
  }) as Response['writeHead'];
};

/** Stands behind the door: what is being worked on is shut to those whom the work concerns, and what will be says so. */
export class MaintenanceGuard implements CanActivate {
  constructor(
    private readonly door: KeepDoor,
    private readonly asking: AskDoor,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // On all other days this is all that a call costs.
    if (this.door.windows.length === 0) return true;
    const endpoint = endpointOf(context.getHandler());
    const component = endpoint && componentOf(endpoint);
    return component === undefined || this.#look(component, context);
  }

  async #look(component: ComponentName, context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const caller = http.getRequest<Request & { user?: Caller }>().user;
    const now = this.clock.now();
    const near = await this.#meant(noticed(this.door.windows, component, now), caller);
    if (near.length === 0) return true;
    const response = http.getResponse<Response>();
    const shut = shutting(near, component);
    if (shut.length === 0) {
      whenItGoesWell(response, { 'Link': maintenanceLinks(near, this.addresses.publicUrl), 'Maintenance-Notice': maintenanceField(near, component) });
      return true;
    }
    response.setHeader('Link', `<${this.addresses.statusUrl}>; rel="status", ${maintenanceLinks(shut, this.addresses.publicUrl)}`);
    throw new Refusal('maintenance.in_progress', 'This part of the service is being worked on, as was announced. Come again at the end that Retry-After points to.', { retry_after_ms: waitMs(shut, now) });
  }

  /** The staff are let through: they see to it. */
  async #meant(windows: DoorWindow[], caller: Caller | undefined): Promise<DoorWindow[]> {
    return !caller || caller.kind === 'staff' ? [] : this.asking.meant(windows, caller.tenantId);
  }
}
