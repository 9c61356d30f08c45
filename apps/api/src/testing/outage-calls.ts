import { api } from '@inkproof/contract';
import type { Calls } from './call.js';
import { anIncident, anOutage } from './outage-things.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const over = { ...anOutage, until: '2026-11-02T00:00:00Z' };
const outage = (world: World, asked: object = {}) => made(send(world, api.adminAvailability.enter, world.staff.operator, { body: { ...anOutage, ...asked } }));
const ticket = (world: World) => made(send(world, api.tickets.create, world.one.roles.developer, { body: { subject: 'x', words: 'x' } }));
const ended = (world: World) => outage(world, { until: new Date(Date.now() - 1_000).toISOString(), tenant: world.one.id });

const disputed = async (world: World): Promise<{ id: string; dispute: string }> => {
  const id = await ended(world);
  const { body } = await send(world, api.availability.dispute, world.one.roles.owner, { params: { id }, body: { ticket: await ticket(world) } });
  return { id, dispute: (body['disputes'] as { id: string }[])[0]!.id };
};

/** What is done with outages and incidents. */
export const outageCalls: Calls = {
  'availability.dispute outage.disputed': async (world) => {
    const [id, by] = [await ended(world), await ticket(world)];
    return () => send(world, api.availability.dispute, world.one.roles.owner, { params: { id }, body: { ticket: by } });
  },
  'adminAvailability.enter outage.entered': async (world) => () => send(world, api.adminAvailability.enter, world.staff.operator, { body: over }),
  'adminAvailability.end outage.ended': async (world) => {
    const id = await outage(world);
    return () => send(world, api.adminAvailability.end, world.staff.operator, { params: { id }, body: {} });
  },
  'adminAvailability.book outage.booked': async (world) => {
    const id = await outage(world);
    return () => send(world, api.adminAvailability.book, world.staff.operator, { params: { id }, body: { origin: 'carrier', evidence: { kind: 'text', words: 'x' }, reason: 'x' } });
  },
  'adminAvailability.settle outage.dispute_settled': async (world) => {
    const params = await disputed(world);
    return () => send(world, api.adminAvailability.settle, world.staff.operator, { params, body: { state: 'rejected', answer: 'x' } });
  },
  'adminAvailability.openIncident incident.opened': async (world) => () => send(world, api.adminAvailability.openIncident, world.staff.operator, { body: anIncident }),
  'adminAvailability.updateIncident incident.updated': async (world) => {
    const id = await made(send(world, api.adminAvailability.openIncident, world.staff.operator, { body: anIncident }));
    return () => send(world, api.adminAvailability.updateIncident, world.staff.operator, { params: { id }, body: { state: 'resolved', words: { zh: 'x', en: 'x' } } });
  },
};
