import { api } from '@inkproof/contract';
import { SortableIds } from '@inkproof/kernel';
import type { Calls } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const word = { subject: 'x', media: ['web_operation'], given_at: '2026-11-01T00:00:00Z' };
const commitment = '0'.repeat(64);

const authorisation = (world: World) => made(send(world, api.authorizations.create, world.one.roles.privacy, { body: { filing: world.one.ids['flg'], ...word } }));

const ids = new SortableIds();

const finding = async (world: World): Promise<string> => {
  const id = ids.next('fnd');
  await world.owner.query(`INSERT INTO personal_finding (id, tenant_id, at, recognition_id, category, kinds, pages, count, result) VALUES ($1, $2, clock_timestamp(), 'rec_1', 'phone', '{mobile}', '{1}', 1, 'returned')`, [id, world.one.id]);
  return id;
};

const expiry = async (world: World): Promise<string> => {
  const id = ids.next('exp');
  await world.owner.query(`INSERT INTO expiry (id, tenant_id, kind, version_id, day, count, due_at, told_at) VALUES ($1, $2, 'results', $1, '2026-11-01', 1, clock_timestamp(), clock_timestamp())`, [id, world.one.id]);
  return id;
};

export const authorisationCalls: Calls = {
  'attestations.make attestation.made': async (world) => {
    const id = await expiry(world);
    return () => send(world, api.attestations.make, world.one.key, { body: { expiries: [id] } });
  },
  'findings.setPolicy consent_policy.changed': async (world) => () => send(world, api.findings.setPolicy, world.one.roles.privacy, { body: { undeclared: 'masked' } }),
  'adminFindings.settle finding.settled': async (world) => {
    const id = await finding(world);
    return () => send(world, api.adminFindings.settle, world.staff.compliance, { params: { id }, body: { outcome: 'dismissed', reason: 'The numbers of a sample form' } });
  },
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
