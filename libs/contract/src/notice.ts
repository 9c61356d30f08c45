import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, Moment } from './fields.js';
import { deliveryStates } from './notice-delivery.js';
import { noticeChannels, noticeDuties, noticeKinds, noticeTopics } from './notice-kind.js';
import { permitted } from './permission.js';

const both = <Said extends z.ZodType>(said: Said) => z.object({ zh: said, en: said });

/** What a tenant was told, and what became of it. */
export const Notice = z
  .object({
    id: idOf('ntc'),
    kind: z.enum(noticeKinds),
    subject: z.string().describe('The id of what it is about'),
    title: both(z.string()),
    paragraphs: both(z.array(z.string())),
    link: z.string().describe('A path of the console'),
    published_at: Moment,
    told_at: Moment.describe('Since when your people and programs have it'),
    duty: z.enum(noticeDuties).describe('What the agreement asked for: that you are told by name, that you may be, or that it stands in the changelog'),
    reached_at: Moment.nullable().describe('Since when a mail or a program took it, or somebody of yours read it'),
    deliveries: z.array(z.object({ channel: z.enum(noticeChannels), state: z.enum(deliveryStates), count: z.int() })).describe('How many went each way, and what became of them'),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const NoticeFeed = z
  .object({
    items: z.array(Notice).describe('In the order in which you were told'),
    next_after: idOf('ntc').nullable().describe('To come back with; null where you were told nothing yet'),
    more: z.boolean().describe('Whether there is more already'),
  })
  .meta({ id: 'NoticeFeed' });
export type NoticeFeed = z.infer<typeof NoticeFeed>;

const path = '/v1/notices';

export const noticeApi = {
  list: endpoint({
    method: 'GET',
    path,
    summary: 'What you were told',
    description: 'Oldest first, and with `after` what came since: none twice and none left out, whenever you ask. Keep `next_after` and come back with it as often as you like; it is answered `notice.not_found` once that notice is erased, and then begin anew. Whoever wants to be told at once registers a webhook.',
    access: permitted('notice.read'),
    scope: 'notices',
    query: z.object({
      after: idOf('ntc').optional().describe('`next_after` of the answer before'),
      limit: z.coerce.number().int().min(1).max(100).default(20).describe('Items in an answer'),
      topic: z.enum(noticeTopics).optional(),
    }),
    status: 200,
    reply: NoticeFeed,
    problems: ['request.invalid', 'notice.not_found'],
  }),
  find: endpoint({
    method: 'GET',
    path: `${path}/{id}`,
    summary: 'Read a notice',
    description: 'As it stands now. Messages to webhooks carry its id as `notice_id`.',
    access: permitted('notice.read'),
    scope: 'notices',
    params: z.object({ id: idOf('ntc') }),
    status: 200,
    reply: Notice,
    problems: ['request.invalid', 'notice.not_found'],
  }),
};
