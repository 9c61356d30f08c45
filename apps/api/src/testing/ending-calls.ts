import { api } from '@inkproof/contract';
import { addDays, shanghaiDay } from '@inkproof/kernel';
import type { Calls } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

let tenants = 0;
const inDays = (days: number): string => addDays(shanghaiDay(new Date()), days);

const announce = (world: World) => send(world, api.ending.announce, world.other.roles.owner, { body: { last_day: inDays(10), reason: 'x' } });
const takeBack = (world: World) => send(world, api.ending.takeBack, world.other.roles.owner);

/** A tenant of which nobody has said anything yet. */
const tenantOf = async (world: World): Promise<string> => {
  const name = `ending${++tenants}`;
  const { body } = await send(world, api.admin.openTenant, world.staff.admin, { body: { name, owner: { name, email: `owner@${name}.example` } } });
  return (body['tenant'] as { id: string }).id;
};
const ask = (world: World, id: string) => send(world, api.adminEnding.ask, world.staff.compliance, { params: { id }, body: { last_day: inDays(40), reason: 'x' } });

/** Ends of services. */
export const endingCalls: Calls = {
  'ending.announce ending.announced': async (world) => {
    await takeBack(world);
    return () => announce(world);
  },
  'ending.takeBack ending.taken_back': async (world) => {
    await announce(world);
    return () => takeBack(world);
  },
  'adminEnding.ask approval.requested': async (world) => {
    const id = await tenantOf(world);
    return () => ask(world, id);
  },
  'adminEnding.takeBack ending.taken_back': async (world) => {
    const id = await tenantOf(world);
    const approval = await made(ask(world, id));
    const { body } = await send(world, api.adminApprovals.find, world.staff.admin, { params: { id: approval } });
    await send(world, api.adminApprovals.decide, world.staff.admin, { params: { id: approval }, body: { verdict: 'approve', payload_sha256: body['payload_sha256'] } });
    return () => send(world, api.adminEnding.takeBack, world.staff.compliance, { params: { id } });
  },
};
