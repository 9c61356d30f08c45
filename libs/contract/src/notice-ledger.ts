import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { noticeChannels, noticeKinds, noticeTopics } from './notice-kind.js';
import { permitted } from './permission.js';

/** `sent`: tried and not taken yet. `accepted`: the mail server or the webhook took it, or it lies in the inbox. */
export const deliveryStates = ['queued', 'sent', 'accepted', 'bounced', 'failed', 'read'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** The share of tenants, in per cent, that are to be reached before what a notice tells of begins. */
export const ATTAINMENT_TARGET = 99.9;

export const PublishedNotice = z
  .object({
    id: idOf('ntc'),
    kind: z.enum(noticeKinds),
    subject: z.string().describe('The id of what it is about'),
    title: z.object({ zh: z.string(), en: z.string() }),
    link: z.string(),
    to_staff: z.boolean(),
    published_at: Moment,
    reach_by: Moment.nullable().describe('By when those it concerns are to have been reached'),
    spread_at: Moment.nullable().describe('Since when everybody it concerns has their deliveries'),
    tenants: z.int().describe('That it concerns'),
    owed: z.int().describe('Of those, to how many it is owed by name'),
    reached: z.int().describe('Of those, how many were reached in time: their mail or program took it, or somebody read it'),
    attainment: z.number().nullable().describe('In per cent; null where it is owed to nobody'),
  })
  .meta({ id: 'PublishedNotice' });
export type PublishedNotice = z.infer<typeof PublishedNotice>;

export const NoticeDelivery = z
  .object({
    id: idOf('ndl'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }).nullable().describe('Null for the staff'),
    person: z.object({ id: z.string(), name: z.string().nullable().describe('Null once they are gone') }).nullable().describe('Null for a webhook'),
    channel: z.enum(noticeChannels),
    owed: z.boolean(),
    in_place_of: idOf('ndl').nullable().describe('The delivery that was lost, where this is the second way'),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    created_at: Moment,
    sent_at: Moment.nullable().describe('Of the first attempt'),
    settled_at: Moment.nullable(),
    read_at: Moment.nullable(),
    last_error: z.string().nullable().describe('A code'),
    carrier: z.string().nullable().describe('The mail or the message to the webhook'),
    sha256: z.string().nullable().describe('Of the mail as it was handed to the mail server, once it was'),
  })
  .meta({ id: 'NoticeDelivery' });
export type NoticeDelivery = z.infer<typeof NoticeDelivery>;

const path = '/v1/admin/notices';
const Asked = { state: z.enum(deliveryStates).optional(), channel: z.enum(noticeChannels).optional(), tenant: idOf('ten').optional(), unreached: z.enum(['true']).optional().describe('Only of tenants to whom it is owed and who were not reached yet') };

export const NoticeMessage = z.object({ name: z.string(), media_type: z.literal('message/rfc822'), sha256: z.string(), base64: z.string() }).meta({ id: 'NoticeMessage' });
export type NoticeMessage = z.infer<typeof NoticeMessage>;

export const adminNoticeApi = {
  list: endpoint({
    method: 'GET',
    path,
    summary: 'Notices that were published',
    access: permitted('notice.see'),
    query: ListQuery.extend({ topic: z.enum(noticeTopics).optional(), subject: wordsUpTo(64).optional().describe('The id of what it is about') }),
    status: 200,
    reply: listOf(PublishedNotice).meta({ id: 'PublishedNoticeList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'One notice, and how far it has come', access: permitted('notice.see'), params: z.object({ id: idOf('ntc') }), status: 200, reply: PublishedNotice, problems: ['request.invalid', 'notice.not_found'] }),
  deliveries: endpoint({
    method: 'GET',
    path: `${path}/{id}/deliveries`,
    summary: 'The ledger of deliveries of a notice',
    description: 'To whom, on which channel, and what became of it. With `?format=csv` all of them as one file.',
    access: permitted('notice.see'),
    params: z.object({ id: idOf('ntc') }),
    query: ListQuery.extend({ ...Asked, format: z.enum(['json', 'csv']).default('json') }),
    status: 200,
    reply: listOf(NoticeDelivery).meta({ id: 'NoticeDeliveryList' }),
    formats: { csv: 'text/csv' },
    problems: ['request.invalid', 'notice.not_found'],
  }),
  message: endpoint({
    method: 'POST',
    path: '/v1/admin/notice-deliveries/{id}/message',
    summary: 'Open a notice as it was mailed',
    description: 'The message byte for byte, as it was handed to the mail server. Written into the audit log of the tenant too.',
    access: permitted('notice.open'),
    stepUp: true,
    audit: 'mail.opened',
    params: z.object({ id: idOf('ndl') }),
    status: 200,
    reply: NoticeMessage,
    problems: ['request.invalid', 'notice.not_found'],
  }),
};
