import type { ComponentName } from '@inkproof/contract';
import { closedBy, touchedBy, type Impacts } from './touch.js';
import { DAY_BEFORE_MS, isRunning, type Life } from './window.js';

/** As much of a window as the door has to know. */
export interface DoorWindow {
  id: `mnt_${string}`;
  state: Life['state'];
  startsAt: Date;
  endsAt: Date;
  plans: readonly string[];
  impacts: Impacts;
  restored: readonly string[];
}

/** Past its announced end nobody knows for how long; a caller looks again after this time. */
const LOOK_AGAIN_MS = 300_000;

/** Windows by which a component is away now. */
export const shutting = (windows: readonly DoorWindow[], component: ComponentName): DoorWindow[] => windows.filter((window) => closedBy(window).includes(component));

/** For how long a caller of something that is shut waits. */
export const waitMs = (windows: readonly DoorWindow[], now: Date): number => {
  const left = Math.max(...windows.map(({ endsAt }) => endsAt.getTime())) - now.getTime();
  return left > 0 ? left : LOOK_AGAIN_MS;
};

/** Windows of which callers of a component are told with every answer: from a day before until they are over. */
export const noticed = (windows: readonly DoorWindow[], component: ComponentName, now: Date): DoorWindow[] =>
  windows.filter((window) => (isRunning(window) || window.startsAt.getTime() - now.getTime() <= DAY_BEFORE_MS) && touchedBy(window.impacts).includes(component));

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1_000);

/** `Maintenance-Notice`, a structured field (RFC 9651): the ids, with when, and what it means for what was called. */
export const maintenanceField = (windows: readonly DoorWindow[], component: ComponentName): string => windows.map(({ id, startsAt, endsAt, impacts }) => `"${id}";start=@${seconds(startsAt)};end=@${seconds(endsAt)};impact=${impacts[component]}`).join(', ');

/** Each notice as a link (RFC 8288). */
export const maintenanceLinks = (windows: readonly DoorWindow[], publicUrl: string): string => windows.map(({ id }) => `<${publicUrl}/v1/maintenance-notices/${id}>; rel="maintenance"`).join(', ');
