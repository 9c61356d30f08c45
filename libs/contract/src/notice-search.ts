import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, ListQuery, listOf, wordsUpTo } from './fields.js';
import { noticeChannels, noticeKinds, noticeTopics } from './notice-kind.js';
import { deliveryStates, NoticeDelivery, PublishedNotice } from './notice-delivery.js';
import { permitted } from './permission.js';

/** What both lists are narrowed to. */
export const NoticeNarrowing = {
  topic: z.enum(noticeTopics).optional(),
  kind: z.enum(noticeKinds).optional(),
  tenant: idOf('ten').optional().describe('That it concerns'),
  from: Day.optional().describe('Published on this day or later'),
  to: Day.optional().describe('Published on this day or earlier'),
};

/** A delivery beside what it brings. */
export const FoundDelivery = NoticeDelivery.extend({ notice: PublishedNotice.pick({ id: true, kind: true, subject: true, title: true }) }).meta({ id: 'FoundDelivery' });
export type FoundDelivery = z.infer<typeof FoundDelivery>;

export const NoticeRecipient = z.object({ id: idOf('per'), name: z.string() }).meta({ id: 'NoticeRecipient' });
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

/** Across all notices. */
export const noticeSearchApi = {
  search: endpoint({
    method: 'GET',
    path: '/v1/admin/notice-deliveries',
    summary: 'Search the ledger of deliveries',
    description: 'Of all notices. By address: ask for its `person` first, so that no address of this API holds one of a person.',
    access: permitted('notice.see'),
    query: ListQuery.extend({ ...NoticeNarrowing, subject: wordsUpTo(64).optional().describe('The id of what it is about'), person: idOf('per').optional(), channel: z.enum(noticeChannels).optional(), state: z.enum(deliveryStates).optional() }),
    status: 200,
    reply: listOf(FoundDelivery).meta({ id: 'FoundDeliveryList' }),
    problems: ['request.invalid'],
  }),
  recipient: endpoint({
    method: 'POST',
    path: '/v1/admin/notice-recipients/search',
    summary: 'Find whom an address belongs to',
    description: 'Typed exactly, in any case. None where it belongs to nobody who could have been told.',
    access: permitted('notice.trace'),
    audit: { none: 'It only reads; the address stands in the body so that no address tells it' },
    body: z.strictObject({ email: z.email().max(254) }).meta({ id: 'NoticeRecipientSearch' }),
    status: 200,
    reply: z.object({ items: z.array(NoticeRecipient).max(1) }).meta({ id: 'NoticeRecipientFinds' }),
    problems: ['request.invalid'],
  }),
};
