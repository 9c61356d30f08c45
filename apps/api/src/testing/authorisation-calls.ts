import { api } from '@inkproof/contract';
import type { Calls } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const word = { subject: 'x', media: ['web_operation'], given_at: '2026-11-01T00:00:00Z' };
const commitment = '0'.repeat(64);

const authorisation = (world: World) => made(send(world, api.authorizations.create, world.one.roles.privacy, { body: { filing: world.one.ids['flg'], ...word } }));

export const authorisationCalls: Calls = {
  'authorizations.create authorization.recorded': async (world) => () => send(world, api.authorizations.create, world.one.key, { body: { filing: world.one.ids['flg'], ...word, commitment } }),
  'authorizations.bulk authorization.recorded_in_bulk': async (world) => () => send(world, api.authorizations.bulk, world.one.key, { body: { filing: world.one.ids['flg'], items: [{ ...word, commitment }] } }),
  'authorizations.keepMaterial authorization.material_kept': async (world) => {
    const id = await authorisation(world);
    return () => send(world, api.authorizations.keepMaterial, world.one.roles.privacy, { params: { id }, body: { media_type: 'text/plain', base64: 'AAAA' } });
  },
  'authorizations.withdraw authorization.withdrawn': async (world) => {
    const id = await authorisation(world);
    return () => send(world, api.authorizations.withdraw, world.one.roles.privacy, { params: { id } });
  },
};
