import type { Actor } from '@inkproof/audit';

/** Who asked, for what is done in their name later, when no request is at work any more. */
export const requester = (requestedBy: string): Actor => ({ kind: requestedBy.startsWith('key_') ? 'key' : requestedBy.startsWith('per_') ? 'member' : 'system', id: requestedBy, requestId: null });
