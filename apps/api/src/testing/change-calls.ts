import { api } from '@inkproof/contract';
import type { Calls, Preparing } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const plan = { of: 'plan', setting: 'model_version', words: 'x' };
const said = { reason: 'x', contact: 'x' };
const urgent = { urgency: 'urgent', change: plan, ...said };
// A waiver, because the calendar of that year is not known.
const planned = { change: plan, effective_at: '2999-01-01T00:00:00Z', waiver: 'x', ...said };

const filed = (world: World, body: object) => made(send(world, api.changes.create, world.one.roles.owner, { body }));
const decided = async (world: World, body: object, verdict: 'accept' | 'acknowledge'): Promise<string> => {
  const id = await filed(world, body);
  await send(world, api.adminChanges.decide, world.staff.operator, { params: { id }, body: { verdict, reason: 'x' } });
  return id;
};

const deciding =
  (body: object, verdict: 'accept' | 'refuse' | 'acknowledge'): Preparing =>
  async (world) => {
    const id = await filed(world, body);
    return () => send(world, api.adminChanges.decide, world.staff.operator, { params: { id }, body: { verdict, reason: 'x' } });
  };

const acting =
  (endpoint: typeof api.changes.apply | typeof api.changes.confirm | typeof api.changes.rollBack, beforehand: readonly (typeof api.changes.apply)[] = []): Preparing =>
  async (world) => {
    const id = await decided(world, urgent, 'acknowledge');
    for (const act of beforehand) await send(world, act, world.one.roles.owner, { params: { id } });
    return () => send(world, endpoint, world.one.roles.developer, { params: { id } });
  };

const year = (of: number) => ({ year: of, source: 'https://www.gov.cn/x', items: ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => ({ day: `${of}-${day}`, kind: 'holiday', name: 'x' })) });

const reporting: Preparing = async (world) => () => send(world, api.securityNotices.report, world.one.roles.privacy, { body: { kind: 'attack', since: '2026-01-01T00:00:00Z', words: 'x' } });

/** What is done with change notices, security notices and the calendar. */
export const changeCalls: Calls = {
  'changes.create change.filed': async (world) => () => send(world, api.changes.create, world.one.roles.owner, { body: planned }),
  'changes.withdraw change.withdrawn': async (world) => {
    const id = await filed(world, urgent);
    return () => send(world, api.changes.withdraw, world.one.roles.owner, { params: { id } });
  },
  'changes.apply change.applied': acting(api.changes.apply),
  'changes.confirm change.confirmed': acting(api.changes.confirm, [api.changes.apply]),
  'changes.rollBack change.rolled_back': acting(api.changes.rollBack, [api.changes.apply]),
  'adminChanges.decide change.accepted': deciding(planned, 'accept'),
  'adminChanges.decide change.refused': deciding(urgent, 'refuse'),
  'adminChanges.decide change.acknowledged': deciding(urgent, 'acknowledge'),
  'workingDays.enter calendar.entered': async (world) => () => send(world, api.workingDays.enter, world.staff.operator, { body: year(2030) }),
  'securityNotices.report security.reported': reporting,
  'securityNotices.report ticket.opened': reporting,
};
