import { api } from '@inkproof/contract';
import type { Calls } from './call.js';
import { send } from './sending.js';
import type { World } from './world.js';

const newKey = async (world: World): Promise<{ id: string; secret: string }> => (await send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'tried' } })).body as { id: string; secret: string };

export const keyCalls: Calls = {
  'keys.issue key.issued': async (world) => () => send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'new' } }),
  'keys.change key.changed': async (world) => {
    const { id } = await newKey(world);
    return () => send(world, api.keys.change, world.one.roles.owner, { params: { id }, body: { label: 'changed' } });
  },
  'keys.rotate key.rotated': async (world) => {
    const { id } = await newKey(world);
    return () => send(world, api.keys.rotate, world.one.roles.owner, { params: { id }, body: {} });
  },
  'keys.revoke key.revoked': async (world) => {
    const { id } = await newKey(world);
    return () => send(world, api.keys.revoke, world.one.roles.owner, { params: { id } });
  },
  'keys.reportLeak key.leaked': async (world) => {
    const { secret } = await newKey(world);
    return () => send(world, api.keys.reportLeak, {}, { body: { keys: [secret] } });
  },
};
