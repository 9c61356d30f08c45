import type { ComponentName } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { shutting, type DoorWindow } from '../model/door.js';
import { meansPlan } from '../model/touch.js';
import type { KeepDoor } from './keep-door.js';

/** By what a part of the service is shut, and until when as it was announced; an end that has passed is overrun. */
export interface Shut {
  maintenance: Id<'mnt'>;
  until: Date;
}

/** What the door says to one tenant. */
export class AskDoor {
  constructor(
    private readonly door: Pick<KeepDoor, 'windows'>,
    private readonly database: Pick<Database, 'ask'>,
  ) {}

  /** Null while the part is open to this tenant. Costs a comparison when nothing is announced. */
  async whyShut(component: ComponentName, tenantId: Id<'ten'>): Promise<Shut | null> {
    const shut = await this.meant(shutting(this.door.windows, component), tenantId);
    const [last] = [...shut].sort((one, other) => other.endsAt.getTime() - one.endsAt.getTime());
    return last ? { maintenance: last.id, until: last.endsAt } : null;
  }

  /** Those of the windows that are for this tenant. A plan is asked for only where a window is for some plans alone. */
  async meant(windows: DoorWindow[], tenantId: Id<'ten'>): Promise<DoorWindow[]> {
    if (windows.every(({ plans }) => plans.length === 0)) return windows;
    const plan = (await this.database.ask<{ name: string }>('gate_find_plan', tenantId))?.name;
    return windows.filter((window) => meansPlan(window, plan ?? ''));
  }
}
