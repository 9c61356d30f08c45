import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment } from './fields.js';
import { permitted } from './permission.js';

export const mailStates = ['waiting', 'sent', 'failed', 'bounced'] as const;

export const Mail = z
  .object({
    id: idOf('mal'),
    tenant_id: idOf('ten').nullable().describe('Whose act it tells of; null for the provider'),
    to: z.email().nullable().describe('Null while it cannot be opened, or no more'),
    template: z.string(),
    state: z.enum(mailStates).describe('`bounced`: the server refused the address or the mail for good. `failed`: given up'),
    attempts: z.int(),
    created_at: Moment,
    expires_at: Moment.describe('From then on it has nothing to tell any more'),
    next_attempt_at: Moment.nullable(),
    settled_at: Moment.nullable(),
    last_error: z.string().nullable().describe('Code of what the last attempt met. `KEY_MISSING`: what opens it is not in the place of the keys; it waits, and is sent when that is put back'),
  })
  .meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;

export const MailLetter = z.object({ subject: z.string(), text: z.string() }).meta({ id: 'MailLetter' });
export type MailLetter = z.infer<typeof MailLetter>;

export const mailApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/mails',
    summary: 'List mails',
    description: 'To whom and what for, with how each fared. Kept for 30 days.',
    access: permitted('mail.read'),
    query: ListQuery,
    status: 200,
    reply: listOf(Mail)
      .extend({ sends: z.boolean().describe('Whether a mail server is set; without one mails stay in the outbox and can be opened there') })
      .meta({ id: 'MailList' }),
    problems: ['request.invalid'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/v1/admin/mails/{id}/open',
    summary: 'Open a mail',
    description: 'Only where no mail server is set, because its link is for whoever it is addressed to. Written into the audit log of the tenant it belongs to.',
    access: permitted('mail.read'),
    stepUp: true,
    audit: 'mail.opened',
    params: z.object({ id: idOf('mal') }),
    status: 200,
    reply: MailLetter,
    problems: ['request.invalid', 'mail.not_found', 'mail.sealed'],
  }),
};
