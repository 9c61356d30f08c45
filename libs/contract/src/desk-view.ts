import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { ticketPriorities, ticketStates } from './ticket.js';

/** So many of somebody's own, and so many that everybody has. */
export const DESK_VIEWS_MAX = 20;

/** Beyond so many tickets a view says no more how many they are. */
export const DESK_VIEW_COUNT_MAX = 1_000;

/** What the queue is narrowed to. Whatever is absent narrows nothing. */
export const DeskFilter = z
  .strictObject({
    state: z.enum([...ticketStates, 'unsolved']).optional(),
    priority: z.enum(ticketPriorities).optional(),
    assignee: z.union([idOf('per'), z.literal('me'), z.literal('nobody')]).optional().describe('`me`: whoever looks'),
    tenant: idOf('ten').optional(),
    late: z.literal(true).optional().describe('Only those of which a clock is over'),
    search: wordsUpTo(200).optional(),
  })
  .meta({ id: 'DeskFilter' });
export type DeskFilter = z.output<typeof DeskFilter>;

const view = { name: wordsUpTo(40), filter: DeskFilter };

export const DeskViewDraft = z.strictObject(view).meta({ id: 'DeskViewDraft' });
export type DeskViewDraft = z.output<typeof DeskViewDraft>;

export const DeskView = z
  .object({
    id: idOf('dvw'),
    ...view,
    shared: z.boolean().describe('Whether everybody at the desk has it'),
    mine: z.boolean().describe('Whether whoever looks has saved it'),
    kept_by: z.object({ id: idOf('per'), name: z.string().nullable() }),
    changed_at: Moment,
    count: z.int().nullable().describe(`How many tickets it shows, up to ${DESK_VIEW_COUNT_MAX}; null where that is not counted, because its words stand nearly everywhere`),
  })
  .meta({ id: 'DeskView' });
export type DeskView = z.infer<typeof DeskView>;

const DeskViewId = z.object({ id: idOf('dvw') });
const path = '/v1/admin/desk-views';
const own = { none: 'Under which name somebody looks at the queue changes nothing for anybody else' };

export const deskViewApi = {
  list: endpoint({ method: 'GET', path, summary: 'Saved views of the desk', description: 'One’s own and those that everybody has, by name, with how many tickets each shows.', access: permitted('desk.see'), status: 200, reply: z.object({ items: z.array(DeskView) }).meta({ id: 'DeskViewList' }), problems: [] }),
  create: endpoint({ method: 'POST', path, summary: 'Save a view of the desk', description: `For oneself. At most ${DESK_VIEWS_MAX}.`, access: permitted('desk_view.keep'), audit: own, body: DeskViewDraft, status: 201, reply: DeskView, problems: ['request.invalid', 'view.too_many'] }),
  change: endpoint({ method: 'PUT', path: `${path}/{id}`, summary: 'Change a view of one’s own', description: 'One that everybody has is changed by whoever saved it, for all of them.', access: permitted('desk_view.keep'), audit: own, params: DeskViewId, body: DeskViewDraft, status: 200, reply: DeskView, problems: ['request.invalid', 'view.not_found'] }),
  share: endpoint({
    method: 'PUT',
    path: `${path}/{id}/sharing`,
    summary: 'Give a view to everybody at the desk, or take it back',
    description: `One’s own, or one that everybody has. At most ${DESK_VIEWS_MAX} are everybody’s. Taken back, it is its owner’s alone again.`,
    access: permitted('desk_view.share'),
    audit: 'desk_view.sharing_set',
    params: DeskViewId,
    body: z.strictObject({ shared: z.boolean() }).meta({ id: 'DeskViewSharing' }),
    status: 200,
    reply: DeskView,
    problems: ['request.invalid', 'view.not_found', 'view.too_many'],
  }),
  retire: endpoint({ method: 'POST', path: `${path}/{id}/retirement`, summary: 'Put a view of one’s own away', access: permitted('desk_view.keep'), audit: own, params: DeskViewId, status: 204, problems: ['request.invalid', 'view.not_found'] }),
};
