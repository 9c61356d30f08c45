import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';
import { CLUE_HOURS, disputeStates, DISPUTE_DAYS, NewBooking, NewOutage, Outage, OutageClue } from './outage.js';
import { availabilityStandings } from './outage-cause.js';
import { BilingualWords, Incident, incidentStates, PlanSums, StandingSums } from './status.js';

const OutageId = z.object({ id: idOf('out') });
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).describe('A calendar month in Asia/Shanghai, `2026-11`');
const OutageList = listOf(Outage).meta({ id: 'OutageList' });
const found = ['request.invalid', 'outage.not_found'] as const;

export const AvailabilitySegment = z
  .object({ from: Moment, until: Moment, standing: z.enum(availabilityStandings), outage: idOf('out').nullable(), disputed: z.boolean() })
  .meta({ id: 'AvailabilitySegment' });

export const Availability = z
  .object({
    from: Moment,
    until: Moment.describe('Now, in a month that has not ended'),
    components: z.array(z.object({ id: z.string(), name: BilingualWords, milliseconds: StandingSums, disputed_milliseconds: z.int(), plans: z.array(PlanSums).describe('As those on a plan had it; only plans that had it otherwise than everybody, and nothing of a tenant’s own month'), segments: z.array(AvailabilitySegment).describe('They touch and do not overlap: every instant is one of them') })),
  })
  .meta({ id: 'Availability' });
export type Availability = z.infer<typeof Availability>;

export const availabilityApi = {
  month: endpoint({
    method: 'GET',
    path: '/v1/availability',
    summary: 'A month of the service, by what each part of it is put down to',
    description: 'As the tenant had it: what everybody had, and what it alone had.',
    access: permitted('availability.read'),
    scope: 'any',
    query: z.object({ month: Month.optional().describe('The present one when absent') }),
    status: 200,
    reply: Availability,
    problems: ['request.invalid'],
  }),
  list: endpoint({ method: 'GET', path: '/v1/outages', summary: 'List outages that touched you', access: permitted('availability.read'), scope: 'any', query: ListQuery, status: 200, reply: OutageList, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: '/v1/outages/{id}', summary: 'Read an outage', access: permitted('availability.read'), scope: 'any', params: OutageId, status: 200, reply: Outage, problems: found }),
  dispute: endpoint({
    method: 'POST',
    path: '/v1/outages/{id}/disputes',
    summary: 'Dispute what an outage was put down to',
    description: `By a ticket of yours that says why, until ${DISPUTE_DAYS} days after the outage or after the last word on its cause. Until it is settled its time is shown as disputed.`,
    access: permitted('availability.dispute'),
    audit: 'outage.disputed',
    params: OutageId,
    body: z.strictObject({ ticket: idOf('tkt') }).meta({ id: 'NewOutageDispute' }),
    status: 201,
    reply: Outage,
    problems: [...found, 'ticket.not_found', 'outage.not_disputable'],
  }),
};

const path = '/v1/admin/outages';
const incidents = '/v1/admin/incidents';
const IncidentId = z.object({ id: idOf('inc') });

export const adminAvailabilityApi = {
  month: endpoint({
    method: 'GET',
    path: '/v1/admin/availability',
    summary: 'A month of the service, as everybody or one tenant had it',
    access: permitted('availability.see'),
    query: z.object({ month: Month.optional(), tenant: idOf('ten').optional() }),
    status: 200,
    reply: Availability,
    problems: ['request.invalid'],
  }),
  list: endpoint({
    method: 'GET',
    path,
    summary: 'The ledger of outages',
    access: permitted('availability.see'),
    query: ListQuery.extend({ component: wordsUpTo(40).optional(), tenant: idOf('ten').optional(), show: z.enum(['running', 'disputed', 'all']).default('all') }),
    status: 200,
    reply: OutageList,
    problems: ['request.invalid'],
  }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read an outage of the ledger', access: permitted('availability.see'), params: OutageId, status: 200, reply: Outage, problems: found }),
  clues: endpoint({
    method: 'GET',
    path: `${path}/{id}/clues`,
    summary: 'What a tenant told of around its outage',
    description: `Changes of its configuration that were made or rolled back, and security notices, from ${CLUE_HOURS} hours before the outage to its end: what may prove that it is the tenant’s. Nothing for an outage that everybody had.`,
    access: permitted('availability.see'),
    params: OutageId,
    status: 200,
    reply: z.object({ items: z.array(OutageClue).describe('Newest first') }).meta({ id: 'OutageClueList' }),
    problems: found,
  }),
  enter: endpoint({
    method: 'POST',
    path,
    summary: 'Enter an outage that no probe saw',
    description: 'It is the provider’s until it is booked otherwise.',
    access: permitted('availability.keep'),
    audit: 'outage.entered',
    body: NewOutage,
    status: 201,
    reply: Outage,
    problems: ['request.invalid', 'tenant.not_found', 'outage.not_yet', 'component.not_found'],
  }),
  end: endpoint({
    method: 'POST',
    path: `${path}/{id}/end`,
    summary: 'Say that an outage is over',
    access: permitted('availability.keep'),
    audit: 'outage.ended',
    params: OutageId,
    body: z.strictObject({ at: Moment.optional().describe('Now when absent') }).meta({ id: 'OutageEnd' }),
    status: 200,
    reply: Outage,
    problems: [...found, 'outage.ended', 'outage.not_yet'],
  }),
  book: endpoint({
    method: 'POST',
    path: `${path}/{id}/bookings`,
    summary: 'Put an outage, or a part of it, down to a cause',
    description: 'With what proves it. An earlier word stays; for each instant the last one counts. Maintenance counts only as far as it was announced in time.',
    access: permitted('availability.keep'),
    audit: 'outage.booked',
    params: OutageId,
    body: NewBooking,
    status: 201,
    reply: Outage,
    problems: [...found, 'outage.not_proven', 'outage.not_announced', 'outage.own_platform', 'outage.everybodys'],
  }),
  settle: endpoint({
    method: 'POST',
    path: `${path}/{id}/disputes/{dispute}/settlement`,
    summary: 'Settle a dispute',
    description: 'One that is upheld is booked anew first.',
    access: permitted('availability.keep'),
    audit: 'outage.dispute_settled',
    params: OutageId.extend({ dispute: idOf('dsp') }),
    body: z.strictObject({ state: z.enum(['upheld', 'rejected'] satisfies (typeof disputeStates)[number][]), answer: wordsUpTo(2_000) }).meta({ id: 'DisputeSettlement' }),
    status: 200,
    reply: Outage,
    problems: [...found, 'dispute.settled'],
  }),
  incidents: endpoint({ method: 'GET', path: incidents, summary: 'List incidents', access: permitted('availability.see'), query: ListQuery, status: 200, reply: listOf(Incident).meta({ id: 'IncidentList' }), problems: ['request.invalid'] }),
  incident: endpoint({ method: 'GET', path: `${incidents}/{id}`, summary: 'Read an incident', access: permitted('availability.see'), params: IncidentId, status: 200, reply: Incident, problems: ['request.invalid', 'incident.not_found'] }),
  openIncident: endpoint({
    method: 'POST',
    path: incidents,
    summary: 'Tell of an incident',
    description: 'It stands on the status page at once, and whoever uses these parts of the service is told.',
    access: permitted('availability.keep'),
    audit: 'incident.opened',
    body: z.strictObject({ title: z.strictObject({ zh: wordsUpTo(120), en: wordsUpTo(120) }), words: z.strictObject({ zh: wordsUpTo(4_000), en: wordsUpTo(4_000) }), components: z.array(wordsUpTo(40)).min(1).max(20) }).meta({ id: 'NewIncident' }),
    status: 201,
    reply: Incident,
    problems: ['request.invalid', 'component.not_found'],
  }),
  updateIncident: endpoint({
    method: 'POST',
    path: `${incidents}/{id}/updates`,
    summary: 'Say how an incident stands',
    access: permitted('availability.keep'),
    audit: 'incident.updated',
    params: IncidentId,
    body: z.strictObject({ state: z.enum(incidentStates), words: z.strictObject({ zh: wordsUpTo(4_000), en: wordsUpTo(4_000) }) }).meta({ id: 'NewIncidentUpdate' }),
    status: 201,
    reply: Incident,
    problems: ['request.invalid', 'incident.not_found', 'incident.resolved'],
  }),
};
