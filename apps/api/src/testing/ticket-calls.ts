import { api } from '@inkproof/contract';
import type { Calls, Preparing } from './call.js';
import { holdMail } from './held-mail.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

export const aMacro = { name: 'x', words: { zh: 'x', en: 'x' }, state: null, priority: null };

const ticket = (world: World) => made(send(world, api.tickets.create, world.one.roles.developer, { body: { subject: 'x', words: 'x' } }));

const resolving: Preparing = async (world) => {
  const id = await ticket(world);
  return () => send(world, api.tickets.resolve, world.one.roles.owner, { params: { id } });
};

const merging: Preparing = async (world) => {
  const [id, into] = [await ticket(world), await ticket(world)];
  return () => send(world, api.adminTickets.merge, world.staff.support, { params: { id }, body: { into } });
};

const splitting: Preparing = async (world) => {
  const { body } = await send(world, api.tickets.create, world.one.roles.developer, { body: { subject: 'x', words: 'x' } });
  const { id, events } = body as { id: `tkt_${string}`; events: { id: `tev_${string}` }[] };
  return () => send(world, api.adminTickets.split, world.staff.support, { params: { id }, body: { events: [events[0]!.id], subject: 'y' } });
};

const atDesk =
  (endpoint: typeof api.adminTickets.reply | typeof api.adminTickets.change, body: object): Preparing =>
  async (world) => {
    const id = await ticket(world);
    return () => send(world, endpoint, world.staff.support, { params: { id }, body });
  };

/** When a key was used is noted once a minute, so it is used just before. */
const byKey: Preparing = async (world) => {
  await send(world, api.tickets.list, world.one.key);
  return () => send(world, api.tickets.create, world.one.key, { body: { subject: 'x', words: 'x', priority: 'p1' } });
};

const onMacro =
  (act: (world: World, id: string) => ReturnType<typeof send>): Preparing =>
  async (world) => {
    const id = await made(send(world, api.macros.create, world.staff.support, { body: aMacro }));
    return () => act(world, id);
  };

/** What is done with tickets. */
export const ticketCalls: Calls = {
  'tickets.create ticket.opened': byKey,
  'tickets.resolve ticket.resolved': resolving,
  'adminTickets.reply ticket.answered': atDesk(api.adminTickets.reply, { words: 'x', state: 'waiting_tenant' }),
  'adminTickets.change ticket.changed': atDesk(api.adminTickets.change, { priority: 'p2' }),
  'adminTickets.merge ticket.merged': merging,
  'adminTickets.split ticket.split': splitting,
  'adminTickets.takeOver ticket.taken_over': async (world) => {
    const id = await ticket(world);
    return () => send(world, api.adminTickets.takeOver, world.staff.support, { params: { id } });
  },
  'heldMails.place ticket.mail_placed': async (world) => {
    const id = await holdMail(world, 'owner@one.example');
    return () => send(world, api.heldMails.place, world.staff.support, { params: { id }, body: { tenant: world.one.id } });
  },
  'macros.create macro.saved': async (world) => () => send(world, api.macros.create, world.staff.support, { body: aMacro }),
  'macros.change macro.changed': onMacro((world, id) => send(world, api.macros.change, world.staff.support, { params: { id }, body: aMacro })),
  'macros.retire macro.retired': onMacro((world, id) => send(world, api.macros.retire, world.staff.support, { params: { id } })),
  'deskViews.share desk_view.sharing_set': async (world) => {
    const id = await made(send(world, api.deskViews.create, world.staff.support, { body: { name: 'x', filter: {} } }));
    return () => send(world, api.deskViews.share, world.staff.support, { params: { id }, body: { shared: true } });
  },
  'intakeGap.takeOver intake.taken_over': async (world) => {
    await world.owner.query(`INSERT INTO intake_gap (id, "from", found_at) VALUES ('itg_x', now(), now()) ON CONFLICT DO NOTHING`);
    await world.owner.query(`INSERT INTO intake_call (id, gap_id, level, at) VALUES ('itc_x', 'itg_x', 0, now()) ON CONFLICT (id) DO UPDATE SET taken_at = NULL, taken_by = NULL, taken_by_name = NULL`);
    return () => send(world, api.intakeGap.takeOver, world.staff.support);
  },
  'rota.set rota.set': async (world) => () => send(world, api.rota.set, world.staff.support, { body: { shifts: [], covers: [], chain: [] } }),
};
