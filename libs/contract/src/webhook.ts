import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { noticeKinds } from './notice-kind.js';
import { permitted } from './permission.js';

/** What a webhook can tell. */
export const webhookEvents = ['job.succeeded', 'job.partial', 'job.failed', 'job.canceled', 'key.leaked', 'filing.submitted', 'filing.correction_requested', 'filing.accepted', 'filing.refused', 'filing.superseded', 'filing.withdrawn', 'authorization.keeping_ends', 'retention.expired', 'retention.unattested', 'ticket.answered', 'subject_request.received', 'subject_request.due_soon', 'subject_request.overdue', 'subject_request.finished', 'inspection.announced', 'inspection.drawn', 'inspection.due_soon', 'inspection.overdue', 'inspection.closed', ...noticeKinds, 'webhook.test'] as const;

export const WebhookRequest = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2_048).describe('Where events are posted. A public address, over https unless the operator allows otherwise'),
    label: wordsUpTo(64),
    events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length).default(['job.succeeded', 'job.partial', 'job.failed']),
  })
  .meta({ id: 'WebhookRequest' });

export const WebhookChange = z.strictObject({ ...WebhookRequest.partial().shape, events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length).optional(), enabled: z.boolean().optional() }).meta({ id: 'WebhookChange' });

export const Webhook = z
  .object({
    id: idOf('whk'),
    url: z.string(),
    label: z.string(),
    events: z.array(z.enum(webhookEvents)),
    enabled: z.boolean(),
    created_at: Moment,
    secret_hint: z.string().describe('The first characters of the signing secret'),
    previous_secret_until: Moment.nullable().describe('Until when messages are signed with the secret before as well'),
    last_delivery: z.object({ at: Moment, state: z.enum(['delivered', 'waiting', 'failed']) }).nullable(),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

export const WebhookWithSecret = Webhook.extend({ secret: z.string().describe('`whsec_…`, for checking signatures (Standard Webhooks). Shown this once') }).meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const Delivery = z
  .object({
    id: idOf('dlv').describe('Sent as `webhook-id`: the same for every attempt'),
    event: z.enum(webhookEvents),
    subject: z.string().describe('The id of what the event is about'),
    created_at: Moment,
    state: z.enum(['waiting', 'delivered', 'failed']),
    next_attempt_at: Moment.nullable(),
    attempts: z.array(
      z.object({
        at: Moment,
        duration_ms: z.int(),
        status: z.int().nullable().describe('What the receiver answered; null when there was no answer'),
        error: z.string().nullable().describe('Why there was none'),
      }),
    ),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

const WebhookId = z.object({ id: idOf('whk') });

export const webhookApi = {
  list: endpoint({ method: 'GET', path: '/v1/webhooks', summary: 'List webhooks', access: permitted('webhook.read'), scope: 'webhooks', status: 200, reply: z.object({ items: z.array(Webhook) }).meta({ id: 'WebhookList' }), problems: [] }),
  create: endpoint({
    method: 'POST',
    path: '/v1/webhooks',
    summary: 'Register a webhook',
    description: 'Messages are signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp`, `webhook-signature`.',
    access: permitted('webhook.keep'),
    scope: 'webhooks',
    settings: 'none',
    audit: 'webhook.registered',
    stepUp: true,
    body: WebhookRequest,
    status: 201,
    reply: WebhookWithSecret,
    problems: ['request.invalid', 'webhook.address_refused', 'webhook.too_many'],
  }),
  change: endpoint({ method: 'PATCH', path: '/v1/webhooks/{id}', summary: 'Change a webhook', access: permitted('webhook.keep'), scope: 'webhooks', settings: { url: 'callback_host', label: 'free', events: 'free', enabled: 'free' }, audit: 'webhook.changed', stepUp: true, params: WebhookId, body: WebhookChange, status: 200, reply: Webhook, problems: ['request.invalid', 'webhook.not_found', 'webhook.address_refused', 'change.notice_required'] }),
  remove: endpoint({ method: 'DELETE', path: '/v1/webhooks/{id}', summary: 'Remove a webhook', description: 'Its deliveries and their log go with it.', access: permitted('webhook.keep'), scope: 'webhooks', settings: 'none', audit: 'webhook.removed', stepUp: true, params: WebhookId, status: 204, problems: ['request.invalid', 'webhook.not_found'] }),
  rotate: endpoint({
    method: 'POST',
    path: '/v1/webhooks/{id}/rotate',
    summary: 'Change the signing secret',
    description: 'For a day messages carry a signature by each of the two secrets, and the secret cannot be changed again.',
    access: permitted('webhook.keep'),
    scope: 'webhooks',
    settings: 'none',
    audit: 'webhook.secret_rotated',
    stepUp: true,
    params: WebhookId,
    status: 200,
    reply: WebhookWithSecret,
    problems: ['request.invalid', 'webhook.not_found', 'webhook.rotating'],
  }),
  test: endpoint({ method: 'POST', path: '/v1/webhooks/{id}/test', summary: 'Send a test event', access: permitted('webhook.keep'), scope: 'webhooks', settings: 'none', audit: { none: 'The delivery log of the webhook says it all' }, params: WebhookId, status: 202, reply: Delivery, problems: ['request.invalid', 'webhook.not_found'] }),
  deliveries: endpoint({
    method: 'GET',
    path: '/v1/webhooks/{id}/deliveries',
    summary: 'The delivery log of a webhook',
    description: 'Newest first, with every attempt. Kept for 30 days.',
    access: permitted('webhook.read'),
    scope: 'webhooks',
    params: WebhookId,
    query: ListQuery,
    status: 200,
    reply: listOf(Delivery).meta({ id: 'DeliveryList' }),
    problems: ['request.invalid', 'webhook.not_found'],
  }),
  redeliver: endpoint({
    method: 'POST',
    path: '/v1/webhooks/{id}/deliveries/{delivery}/redeliver',
    summary: 'Send a delivery again',
    access: permitted('webhook.keep'),
    scope: 'webhooks',
    settings: 'none',
    audit: { none: 'The delivery log of the webhook says it all' },
    params: z.object({ id: idOf('whk'), delivery: idOf('dlv') }),
    status: 202,
    reply: Delivery,
    problems: ['request.invalid', 'webhook.not_found', 'delivery.not_found'],
  }),
};
