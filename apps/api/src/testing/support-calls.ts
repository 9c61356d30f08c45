import { api, type Endpoint } from '@inkproof/contract';
import type { Calls, Preparing } from './call.js';
import { made, send } from './sending.js';
import type { Credentials, World } from './world.js';

const open = (world: World) => send(world, api.adminSupport.open, world.staff.support, { params: { id: world.one.id }, body: { reason: 'They asked why a call failed', ticket: 'T-1' } });

const onAccess = (endpoint: Endpoint, who: (world: World) => Credentials): Preparing => async (world) => {
  const id = await made(open(world));
  return () => send(world, endpoint, who(world), { params: { id } });
};
const support = (world: World) => world.staff.support;

/** What names the tenant instead of the access. */
const underAccess = (endpoint: Endpoint): Preparing => async (world) => {
  await made(open(world));
  return () => send(world, endpoint, support(world), { params: { id: world.one.id, call: world.one.ids['use']! } });
};

/** The provider's people in what is a tenant's. */
export const supportCalls: Calls = {
  'adminSupport.open support.opened': async (world) => () => open(world),
  'adminSupport.end support.ended': onAccess(api.adminSupport.end, support),
  'adminSupport.keys support.read': onAccess(api.adminSupport.keys, support),
  'adminSupport.recognitions support.read': onAccess(api.adminSupport.recognitions, support),
  'adminLedger.calls support.read': underAccess(api.adminLedger.calls),
  'adminLedger.call support.read': underAccess(api.adminLedger.call),
  'supportAccesses.end support.ended': onAccess(api.supportAccesses.end, (world) => world.one.roles.owner),
  'adminAudit.list audit.read': async (world) => () => send(world, api.adminAudit.list, world.staff.auditor, { query: { chain: world.one.id } }),
  'adminAudit.export audit.exported': async (world) => () => send(world, api.adminAudit.export, world.staff.auditor, { query: { chain: world.one.id } }),
  'audit.export audit.exported': async (world) => () => send(world, api.audit.export, world.one.roles.owner),
};
