import { Refusal, type Recognition } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import { DAY_MS } from '@inkproof/kernel';

type Kept = Recognition['retention']['kept'];

/** For how long a result may lie here: as the install says, and no longer than the filed text that it relies on. */
export interface Bounds {
  retentionMs: number;
  /** What the text told people; null or undefined where nothing is relied on. */
  keepsDays: number | null | undefined;
}

/** What is kept of a call: as it says itself, else as its key says. A person keeps nothing unless they ask for it. */
export const askedToKeep = (asked: Kept | undefined, caller: TenantCaller): Kept => asked ?? (caller.kind === 'key' ? caller.retention : 'none');

/** Refuses a call that asks to keep what its text told people is not kept. What only its key would keep is merely not kept. */
export const assertMayKeep = (asked: Kept | undefined, keepsDays: number | null | undefined): void => {
  if (asked !== undefined && asked !== 'none' && keepsDays === 0) throw new Refusal('consent.keeps_nothing', 'The text of the filing says that nothing is kept. Leave retention out, or ask for `none`.');
};

/** What is kept, with its end. Of what may be kept for no time, nothing is. */
export const keptFrom = (kept: Kept, now: Date, { retentionMs, keepsDays }: Bounds): Recognition['retention'] => {
  if (kept === 'none' || keepsDays === 0) return { kept: 'none', until: null };
  return { kept, until: new Date(now.getTime() + Math.min(retentionMs, (keepsDays ?? Infinity) * DAY_MS)).toISOString() };
};
