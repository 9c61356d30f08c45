import { api } from '@inkproof/contract';
import type { Calls } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

/** A hold on something that nobody erases here. */
const place = (world: World) => send(world, api.holds.place, world.staff.compliance, { body: { tenant: world.other.id, scope: 'object', objects: [`rec_${'0'.repeat(26)}`], reason: 'A letter of the court', reference: '(2026) 沪 01 民初 1' } });

let months = 40;

/** Periods, holds and what is erased. */
export const retentionCalls: Calls = {
  'retention.lengthen retention.lengthened': async (world) => () => send(world, api.retention.lengthen, world.one.roles.owner, { body: { record_class: 'recognition', months: ++months, reason: 'Our own rule' } }),
  'adminRetention.lengthen retention.lengthened': async (world) => () => send(world, api.adminRetention.lengthen, world.staff.admin, { body: { record_class: 'access_log', basis: 'law', months: ++months, source: 'A later law' } }),
  'holds.place hold.placed': async (world) => () => place(world),
  'holds.widen hold.widened': async (world) => {
    const id = await made(place(world));
    return () => send(world, api.holds.widen, world.staff.compliance, { params: { id }, body: { objects: [`rec_${'1'.repeat(26)}`] } });
  },
  'holds.lift approval.requested': async (world) => {
    const id = await made(place(world));
    return () => send(world, api.holds.lift, world.staff.compliance, { params: { id }, body: { reason: 'The matter is over' } });
  },
};
