import { api } from '@inkproof/contract';
import { SortableIds } from '@inkproof/kernel';
import type { Calls, Preparing } from './call.js';
import { aDisk } from './retired-media.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const ids = new SortableIds();

/** A hold on something that nobody erases here. */
const place = (world: World) => send(world, api.holds.place, world.staff.compliance, { body: { tenant: world.other.id, scope: 'object', objects: [`rec_${'0'.repeat(26)}`], reason: 'A letter of the court', reference: '(2026) 沪 01 民初 1' } });

const recognition = async (world: World): Promise<string> => {
  const id = ids.next('rec');
  await world.owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, tag, languages, pages, words, duration_ms) VALUES ($1, $2, clock_timestamp(), 'api', $1, '{en}', 1, 1, 1)`, [id, world.one.id]);
  return id;
};
const erased: Preparing = async (world) => {
  const id = await recognition(world);
  return () => send(world, api.recognitions.erase, world.one.roles.owner, { params: { id } });
};
const inAWeek = (world: World) => send(world, api.deletions.preview, world.other.roles.owner, { body: { selection: { everything: 'tenant' } } }).then(({ body }) => ({ selection: { everything: 'tenant' }, expected: body['total'], delay_days: 7 }));

const enterDisk: Preparing = async (world) => () => send(world, api.disposals.enter, world.staff.operator, { body: aDisk });

let months = 40;

/** Periods, holds and what is erased. */
export const retentionCalls: Calls = {
  'recognitions.erase erasure.done': erased,
  'deletions.create deletion.requested': async (world) => {
    const body = await inAWeek(world);
    return () => send(world, api.deletions.create, world.other.roles.owner, { body });
  },
  'deletions.cancel deletion.cancelled': async (world) => {
    const id = await made(send(world, api.deletions.create, world.other.roles.owner, { body: await inAWeek(world) }));
    return () => send(world, api.deletions.cancel, world.other.roles.owner, { params: { id } });
  },
  'retention.lengthen retention.lengthened': async (world) => () => send(world, api.retention.lengthen, world.one.roles.owner, { body: { record_class: 'filing', months: ++months, reason: 'Our own rule' } }),
  'adminRetention.lengthen retention.lengthened': async (world) => () => send(world, api.adminRetention.lengthen, world.staff.admin, { body: { record_class: 'access_log', basis: 'law', months: ++months, source: 'A later law' } }),
  'disposals.enter disposal.entered': enterDisk,
  'disposals.enter approval.requested': enterDisk,
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
