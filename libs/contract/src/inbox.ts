import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment } from './fields.js';
import { noticeKinds, noticeTopics, personalChannels } from './notice-kind.js';
import { permitted } from './permission.js';

const path = '/v1/session/inbox';
const InTwoLanguages = <Said extends z.ZodType>(said: Said) => z.object({ zh: said, en: said });

export const InboxNotice = z
  .object({
    id: idOf('ndl').describe('Of this notice in this inbox'),
    notice: idOf('ntc'),
    kind: z.enum(noticeKinds),
    subject: z.string().describe('The id of what it is about'),
    title: InTwoLanguages(z.string()),
    paragraphs: InTwoLanguages(z.array(z.string())),
    link: z.string().describe('A path of the console'),
    published_at: Moment,
    read_at: Moment.nullable(),
    pinned: z.boolean().describe('Mail did not reach, so it stands above every page until it is read'),
  })
  .meta({ id: 'InboxNotice' });
export type InboxNotice = z.infer<typeof InboxNotice>;

/** So many pinned notices are shown above a page; the inbox has the rest. */
export const PINNED_SHOWN = 3;

export const InboxCount = z.object({ unread: z.int(), pinned: z.array(InboxNotice).max(PINNED_SHOWN).describe('The oldest of those that are pinned') }).meta({ id: 'InboxCount' });
export type InboxCount = z.infer<typeof InboxCount>;

export const NoticeWish = z.strictObject({ kind: z.enum(noticeKinds), channel: z.enum(personalChannels), wanted: z.boolean() }).meta({ id: 'NoticeWish' });
export type NoticeWish = z.output<typeof NoticeWish>;

const Told = z.object({ told: z.boolean(), owed: z.boolean().describe('A duty asks for it, so it cannot be declined') });
export const NoticeWishes = z
  .object({ items: z.array(z.object({ kind: z.enum(noticeKinds), app: Told, mail: Told })).describe('One for each kind, as things stand for you here') })
  .meta({ id: 'NoticeWishes' });
export type NoticeWishes = z.infer<typeof NoticeWishes>;

export const inboxApi = {
  list: endpoint({
    method: 'GET',
    path,
    summary: 'Your notices',
    description: 'What you were told in the console, of the tenant you act for, or as one of the staff.',
    access: permitted('session.own'),
    query: ListQuery.extend({ show: z.enum(['all', 'unread']).default('all'), topic: z.enum(noticeTopics).optional() }),
    status: 200,
    reply: listOf(InboxNotice).meta({ id: 'InboxNoticeList' }),
    problems: ['request.invalid'],
  }),
  count: endpoint({ method: 'GET', path: `${path}/count`, summary: 'How many notices you have not read', access: permitted('session.own'), status: 200, reply: InboxCount, problems: [] }),
  read: endpoint({
    method: 'POST',
    path: `${path}/{id}/read`,
    summary: 'Read a notice',
    description: 'The moment stands in the ledger of deliveries: it is the proof that you were reached.',
    access: permitted('session.own'),
    audit: { none: 'That somebody read it stands in the ledger of deliveries, which nobody can change' },
    params: z.object({ id: idOf('ndl') }),
    status: 200,
    reply: InboxNotice,
    problems: ['request.invalid', 'notice.not_found'],
  }),
  wishes: endpoint({ method: 'GET', path: '/v1/session/notice-wishes', summary: 'What you are told of, and where', access: permitted('session.own'), status: 200, reply: NoticeWishes, problems: [] }),
  wish: endpoint({
    method: 'PUT',
    path: '/v1/session/notice-wishes',
    summary: 'Say what you want to be told of, and where',
    description: 'A wish adds a channel. It takes one away where no duty asks for it.',
    access: permitted('session.own'),
    audit: { none: 'What somebody wants to hear beyond their duties is their own affair' },
    settings: 'none',
    body: NoticeWish,
    status: 200,
    reply: NoticeWishes,
    problems: ['request.invalid'],
  }),
};
