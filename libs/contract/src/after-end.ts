import type { Endpoint } from './endpoint.js';
import { permissionOf, type Permission } from './permission.js';

/**
 * What people of a tenant may still do once its service has ended, beside reading: sign out and prove who they are, write to
 * us, and what they owe to the people whose data is kept, to an inspection, and by attesting that copies are deleted. What they read goes with its periods.
 */
const stillOpen: readonly Permission[] = ['session.own', 'ticket.keep', 'request.keep', 'inspection.answer', 'attestation.make', 'support.end'];

/** When the time to read is over too: whose session it is, what that person was told, and why there is nothing to see. */
const neverShut: readonly Permission[] = ['session.own', 'ending.read'];

type Asked = Pick<Endpoint, 'access' | 'method'>;
const isOneOf = (open: readonly Permission[], { access }: Asked): boolean => {
  const permission = permissionOf(access);
  return permission !== undefined && open.includes(permission);
};

/** Whether an endpoint is open to the people of a tenant whose service has ended. Keys are refused everywhere. */
export const isOpenAfterEnd = (endpoint: Asked, service: 'ended' | 'closed'): boolean =>
  endpoint.access.anyone === true || isOneOf(neverShut, endpoint) || (service === 'ended' && (endpoint.method === 'GET' || isOneOf(stillOpen, endpoint)));
