import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, Moment, Somebody, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

/** Days between the day of the announcement and the last day, at least: whoever ends its own service is ready sooner than whoever is told. */
export const ENDING_NOTICE_DAYS = { tenant: 7, provider: 30 } as const;
export const ENDING_MOST_DAYS = 365;
/** The people of the tenant may read, and fetch what proves things, for so long afterwards. */
export const READABLE_DAYS = 30;
/** How often a tenant is told where to fetch what is its own, at least, before anything is erased. */
export const EXPORT_OFFERS_LEAST = 3;

export const endingSides = ['tenant', 'provider'] as const;
export type EndingSide = (typeof endingSides)[number];

export const endingStates = ['announced', 'ended', 'closed'] as const;

/** The end of a tenant's service. */
export const ServiceEnd = z
  .object({
    id: idOf('end'),
    side: z.enum(endingSides).describe('Who ends it'),
    state: z.enum(endingStates).describe('`announced`: everything works until the end of the last day. `ended`: keys are refused and people may only read. `closed`: nothing of the tenant is shown any more'),
    reason: z.string().nullable(),
    announced_at: Moment,
    announced_by: Somebody,
    approved_by: Somebody.nullable().describe('The second person of the provider; null where the tenant ends it'),
    last_day: Day,
    days_left: z.int().min(0).describe('Whole days after today, up to the last day and with it'),
    ends_at: Moment.describe('The first instant after the last day, in Asia/Shanghai'),
    readable_until: Moment,
    offered_at: z.array(Moment).describe('When you were told where to fetch what is yours'),
    next_offer_at: Moment.nullable(),
    deletion: idOf('del').nullable().describe('The erasing of everything that may go, once it was begun. Its certificate is the statement of what was offered for return and what was deleted'),
    may_take_back: z.boolean().describe('Until it has ended, by the side that ends it'),
  })
  .meta({ id: 'ServiceEnd' });
export type ServiceEnd = z.infer<typeof ServiceEnd>;

export const EndingOutlook = z
  .object({
    end: ServiceEnd.nullable().describe('Null while the service is not to end'),
    earliest_last_day: Day.describe('If you announced it today'),
    latest_last_day: Day,
  })
  .meta({ id: 'EndingOutlook' });
export type EndingOutlook = z.infer<typeof EndingOutlook>;

const reason = wordsUpTo(500);
export const EndingRequest = z.strictObject({ last_day: Day, reason: reason.optional() }).meta({ id: 'EndingRequest' });
export type EndingRequest = z.infer<typeof EndingRequest>;

const OfTenant = z.object({ id: idOf('ten') });
const path = '/v1/service-end';
const desk = '/v1/admin/tenants/{id}/service-end';

export const endingApi = {
  find: endpoint({ method: 'GET', path, summary: 'Whether and when the service ends', access: permitted('ending.read'), status: 200, reply: EndingOutlook, problems: [] }),
  announce: endpoint({
    method: 'POST',
    path,
    summary: 'End the service of your tenant',
    description: `Everything works to the end of the last day, which is at least ${ENDING_NOTICE_DAYS.tenant} days away, and until then it can be taken back. You are told at least ${EXPORT_OFFERS_LEAST} times where to fetch what is yours. Afterwards keys are refused, and what no period and no hold keeps is erased. 无法复原: nobody can restore it.`,
    access: permitted('ending.announce'),
    stepUp: true,
    audit: 'ending.announced',
    body: EndingRequest,
    status: 201,
    reply: ServiceEnd,
    problems: ['request.invalid', 'ending.day_unfit', 'ending.announced'],
  }),
  takeBack: endpoint({ method: 'DELETE', path, summary: 'Take the end of the service back', description: 'Until it has come. What the provider ends, the provider takes back.', access: permitted('ending.announce'), stepUp: true, audit: 'ending.taken_back', status: 200, reply: ServiceEnd, problems: ['ending.not_found', 'ending.of_others', 'ending.past'] }),
};

export const adminEndingApi = {
  find: endpoint({ method: 'GET', path: desk, summary: 'Whether and when the service of a tenant ends', access: permitted('ending.see'), params: OfTenant, status: 200, reply: EndingOutlook.extend({ approval: idOf('apr').nullable().describe('A request to end it that waits for a second person') }).meta({ id: 'EndingOutlookOfTenant' }), problems: ['request.invalid', 'tenant.not_found'] }),
  ask: endpoint({
    method: 'POST',
    path: desk,
    summary: 'Ask for the service of a tenant to be ended',
    description: `Takes two people: it is announced to the tenant once another person approved it, with a last day that is then at least ${ENDING_NOTICE_DAYS.provider} days away.`,
    access: permitted('ending.decide'),
    stepUp: true,
    audit: 'approval.requested',
    params: OfTenant,
    body: z.strictObject({ last_day: Day, reason: reason.describe('The tenant reads it') }).meta({ id: 'EndingByProvider' }),
    status: 202,
    reply: z.object({ approval: idOf('apr') }).meta({ id: 'EndingAsked' }),
    problems: ['request.invalid', 'tenant.not_found', 'ending.day_unfit', 'ending.announced'],
  }),
  takeBack: endpoint({ method: 'DELETE', path: desk, summary: 'Take back that the service of a tenant ends', description: 'Until it has come. What the tenant ends, the tenant takes back.', access: permitted('ending.decide'), stepUp: true, audit: 'ending.taken_back', params: OfTenant, status: 200, reply: ServiceEnd, problems: ['request.invalid', 'tenant.not_found', 'ending.not_found', 'ending.of_others', 'ending.past'] }),
};
