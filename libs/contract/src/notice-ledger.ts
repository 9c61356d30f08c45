import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, wordsUpTo } from './fields.js';
import { deliveryStates, NoticeDelivery, PublishedNotice } from './notice-delivery.js';
import { noticeChannels } from './notice-kind.js';
import { NoticeNarrowing, noticeSearchApi } from './notice-search.js';
import { permitted } from './permission.js';

const path = '/v1/admin/notices';
const Asked = { state: z.enum(deliveryStates).optional(), channel: z.enum(noticeChannels).optional(), tenant: idOf('ten').optional(), unreached: z.enum(['true']).optional().describe('Only of tenants to whom it is owed and who were not reached yet') };

export const NoticeMessage = z.object({ name: z.string(), media_type: z.literal('message/rfc822'), sha256: z.string(), base64: z.string() }).meta({ id: 'NoticeMessage' });
export type NoticeMessage = z.infer<typeof NoticeMessage>;

export const adminNoticeApi = {
  ...noticeSearchApi,
  list: endpoint({
    method: 'GET',
    path,
    summary: 'Notices that were published',
    access: permitted('notice.see'),
    query: ListQuery.extend({ subject: wordsUpTo(64).optional().describe('The id of what it is about'), search: wordsUpTo(120).optional().describe('A part of its title in either language, or the id of what it is about'), ...NoticeNarrowing }),
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
