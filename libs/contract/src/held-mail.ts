import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment } from './fields.js';
import { permitted } from './permission.js';

/** So long mail waits to be placed. */
export const HELD_MAIL_DAYS = 30;

export const HeldMail = z
  .object({
    id: idOf('hml'),
    at: Moment.describe('When it came. The clocks of its ticket run from here'),
    goes_at: Moment.describe(`${HELD_MAIL_DAYS} days later: it is erased then if nobody has placed it`),
    from: z.object({ id: idOf('per'), name: z.string(), email: z.string() }),
    subject: z.string(),
    words: z.string(),
    checked: z.string().describe('What DKIM, SPF and DMARC said of its sender'),
    files: z.array(z.object({ name: z.string(), bytes: z.int() })).describe('As they were sent. Which of them may go with a ticket is found out when it is placed'),
    tenants: z.array(z.object({ id: idOf('ten'), name: z.string() })).describe('Those its author may write for now'),
  })
  .meta({ id: 'HeldMail' });
export type HeldMail = z.infer<typeof HeldMail>;

const HeldMailId = z.object({ id: idOf('hml') });
const path = '/v1/admin/held-mails';

export const heldMailApi = {
  list: endpoint({ method: 'GET', path, summary: 'Mail whose tenant is not known', description: 'Of people who write for several tenants. No tenant sees it before it is placed.', access: permitted('desk.see'), query: ListQuery, status: 200, reply: listOf(HeldMail).meta({ id: 'HeldMailList' }), problems: ['request.invalid'] }),
  place: endpoint({
    method: 'POST',
    path: `${path}/{id}/placement`,
    summary: 'Say whose a mail is',
    description: 'It becomes a ticket of that tenant, or its author’s word on one that the tenant has already, and counts from when it came.',
    access: permitted('desk.keep'),
    audit: 'ticket.mail_placed',
    params: HeldMailId,
    body: z.strictObject({ tenant: idOf('ten').describe('One that its author may write for'), ticket: idOf('tkt').optional().describe('A ticket of that tenant’s that it belongs to. Without one it opens another') }).meta({ id: 'MailPlacement' }),
    status: 201,
    reply: z.object({ ticket: idOf('tkt') }).meta({ id: 'PlacedMail' }),
    problems: ['request.invalid', 'mail.not_found', 'tenant.not_found', 'ticket.not_found', 'ticket.closed'],
  }),
};
