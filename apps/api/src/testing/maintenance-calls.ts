import { api, type Call } from '@inkproof/contract';
import type { Client } from 'pg';
import type { Calls, Preparing } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

/** Mail is slower for a while, far from now. */
export const aWindow = {
  kind: 'emergency',
  title: { zh: 'x', en: 'x' },
  text: { zh: 'x', en: 'x' },
  starts_at: '2998-12-31T00:00:00Z',
  ends_at: '2999-01-01T00:00:00Z',
  impacts: [{ component: 'mail', impact: 'degraded' }],
  reason: 'x',
  rollback_plan: 'x',
  begins_by_itself: false,
} as const;

/** A window that was announced to one tenant and to no other: it is on a plan of its own, which allows what the usual one does. */
export const announcedTo = async (staff: Call, owner: Client, tenantId: string): Promise<string> => {
  await owner.query(`CREATE TEMP TABLE own_plan AS SELECT * FROM plan WHERE name = 'standard'`);
  await owner.query('UPDATE own_plan SET name = $1', [tenantId]);
  await owner.query('INSERT INTO plan SELECT * FROM own_plan');
  await owner.query('DROP TABLE own_plan');
  await owner.query('UPDATE tenant SET plan_name = $1 WHERE id = $1', [tenantId]);
  const { id } = await staff(api.adminMaintenance.draft, { body: { ...aWindow, impacts: [...aWindow.impacts], plans: [tenantId] } });
  await staff(api.adminMaintenance.act, { params: { id }, body: { act: 'publish' } });
  return id;
};

const drafted = (world: World, more: object = {}) => made(send(world, api.adminMaintenance.draft, world.staff.operator, { body: { ...aWindow, ...more } }));
const act = (world: World, id: string, body: object) => send(world, api.adminMaintenance.act, world.staff.operator, { params: { id }, body });

/** One that was announced and began an hour ago, with what was done to it until now. */
const acting =
  (body: object, ...before: object[]): Preparing =>
  async (world) => {
    const id = await drafted(world, { starts_at: new Date(Date.now() - 3_600_000).toISOString() });
    for (const one of [{ act: 'publish' }, ...before]) await act(world, id, one);
    return () => act(world, id, body);
  };

const digestOf = async (world: World, id: string): Promise<string> => (await send(world, api.adminApprovals.find, world.staff.admin, { params: { id } })).body['payload_sha256'] as string;

const changing: Preparing = async (world) => {
  const id = await drafted(world);
  return () => send(world, api.adminMaintenance.change, world.staff.operator, { params: { id }, body: { ...aWindow, reason: 'y' } });
};

/** Of planned work that two people announced, with its end moved. */
const asking: Preparing = async (world) => {
  const planned = { ...aWindow, kind: 'planned', reason: null };
  const id = await drafted(world, planned);
  const { body } = await act(world, id, { act: 'publish' });
  await send(world, api.adminApprovals.decide, world.staff.admin, { params: { id: body['approval'] as string }, body: { verdict: 'approve', payload_sha256: await digestOf(world, body['approval'] as string) } });
  return () => send(world, api.adminMaintenance.change, world.staff.operator, { params: { id }, body: { ...planned, ends_at: '2999-02-01T00:00:00Z' } });
};

const publishing =
  (more: object = {}): Preparing =>
  async (world) => {
    const id = await drafted(world, more);
    return () => act(world, id, { act: 'publish' });
  };

/** What is done with windows of maintenance. */
export const maintenanceCalls: Calls = {
  'adminMaintenance.draft maintenance.drafted': async (world) => () => send(world, api.adminMaintenance.draft, world.staff.operator, { body: aWindow }),
  'adminMaintenance.change maintenance.changed': changing,
  'adminMaintenance.change approval.requested': asking,
  'adminMaintenance.act approval.requested': publishing({ kind: 'planned', reason: null }),
  'adminMaintenance.act maintenance.published': publishing(),
  'adminMaintenance.act maintenance.started': acting({ act: 'start' }),
  'adminMaintenance.act maintenance.verifying': acting({ act: 'verify' }, { act: 'start' }),
  'adminMaintenance.act maintenance.resumed': acting({ act: 'resume' }, { act: 'start' }, { act: 'verify' }),
  'adminMaintenance.act maintenance.completed': acting({ act: 'complete' }, { act: 'start' }),
  'adminMaintenance.act maintenance.extended': acting({ act: 'extend', ends_at: '2999-02-01T00:00:00Z' }, { act: 'start' }),
  'adminMaintenance.act maintenance.cancelled': acting({ act: 'cancel', words: 'x' }),
};
