import type { Recognition } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';

type Kept = Recognition['retention']['kept'];

/** What is kept of a call: as it says itself, else as its key says. A person keeps nothing unless they ask for it. */
export const askedToKeep = (asked: Kept | undefined, caller: TenantCaller): Kept => asked ?? (caller.kind === 'key' ? caller.retention : 'none');

/** The same with its end. */
export const keptFrom = (kept: Kept, now: Date, retentionMs: number): Recognition['retention'] => ({ kept, until: kept === 'none' ? null : new Date(now.getTime() + retentionMs).toISOString() });
