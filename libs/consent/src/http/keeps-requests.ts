import { permissions } from '@inkproof/contract';
import type { Caller } from '@inkproof/identity';

const keepers: readonly string[] = permissions['request.keep'].member;

/** Whether somebody answers requests, and so may know who asks. */
export const keepsRequests = (caller: Caller): boolean => caller.kind === 'key' || (caller.kind === 'member' && keepers.includes(caller.role));
