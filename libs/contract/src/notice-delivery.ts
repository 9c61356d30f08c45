import { z } from 'zod';
import { idOf, Moment } from './fields.js';
import { noticeChannels, noticeKinds } from './notice-kind.js';

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
