import { z } from 'zod';
import { securityKinds } from '../change/security-notice.js';
import { noticeSettings } from '../change/setting.js';
import { idOf, Moment, wordsUpTo } from '../fields.js';
import { causeOf, evidenceFor, evidenceKinds, outageCauses, outageOrigins } from './outage-cause.js';

/** For how long after an outage, or after the last word on what it was put down to, a tenant may dispute it. */
export const DISPUTE_DAYS = 30;

export const disputeStates = ['open', 'upheld', 'rejected'] as const;
export type DisputeState = (typeof disputeStates)[number];

export const Evidence = z
  .object({ kind: z.enum(evidenceKinds), reference: z.string().nullable().describe('The id of a ticket, of a window, of a notice of the tenant’s or of a reading, or the number of a document. Null where it is another tenant’s'), words: z.string() })
  .meta({ id: 'OutageEvidence' });

export const OutageBooking = z
  .object({
    at: Moment,
    by: z.string().nullable().describe('Null where a rule booked it'),
    from: Moment,
    until: Moment.nullable().describe('Null for as long as the outage lasts'),
    cause: z.enum(outageCauses),
    origin: z.enum(outageOrigins),
    evidence: Evidence,
    reason: z.string().nullable().describe('Why it was booked anew'),
  })
  .meta({ id: 'OutageBooking' });
export type OutageBooking = z.infer<typeof OutageBooking>;

export const OutageDispute = z
  .object({
    id: idOf('dsp'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    ticket: idOf('tkt'),
    at: Moment,
    state: z.enum(disputeStates),
    answer: z.string().nullable(),
    settled_at: Moment.nullable(),
  })
  .meta({ id: 'OutageDispute' });
export type OutageDispute = z.infer<typeof OutageDispute>;

export const Outage = z
  .object({
    id: idOf('out'),
    component: z.string(),
    tenant: z.object({ id: idOf('ten'), name: z.string() }).nullable().describe('Null where it was not one tenant’s alone'),
    plans: z.array(z.string()).describe('Whose tenants had it, while they were on one of these plans; empty where everybody had it, or one tenant'),
    from: Moment,
    until: Moment.nullable().describe('Null while it lasts'),
    found_by: z.enum(['probe', 'staff', 'window', 'suspension']),
    words: z.string().nullable().describe('What was seen, where somebody entered it'),
    incident: idOf('inc').nullable(),
    bookings: z.array(OutageBooking).describe('What it was put down to, oldest first. For each instant the last that covers it stands, and without one it is the provider’s'),
    disputes: z.array(OutageDispute).describe('A tenant sees its own'),
    disputable_until: Moment.nullable().describe('Null while it lasts'),
  })
  .meta({ id: 'Outage' });
export type Outage = z.infer<typeof Outage>;

/** What a tenant told of, or did, around an outage of its own. It may prove that the outage is the tenant's; whether it does is for people to say. */
export const OutageClue = z
  .object({
    reference: z.string().describe('A change notice or a security notice'),
    sort: z.enum(['change_made', 'change_rolled_back', 'security']),
    at: Moment.describe('When the change was made or rolled back; of a security notice since when'),
    settings: z.array(z.enum(noticeSettings)).describe('Of a change'),
    security: z.enum(securityKinds).nullable(),
  })
  .meta({ id: 'OutageClue' });
export type OutageClue = z.infer<typeof OutageClue>;

/** What came so long before an outage may have led to it. */
export const CLUE_HOURS = 24;

const evidence = z.strictObject({ kind: z.enum(evidenceKinds), reference: wordsUpTo(200).optional(), words: wordsUpTo(2_000) });

const booked = z.strictObject({
  origin: z.enum(outageOrigins).describe('Its cause follows from it: an attack on our own platform is always the provider’s'),
  evidence,
  reason: wordsUpTo(2_000),
  from: Moment.optional().describe('From the beginning of the outage when absent'),
  until: Moment.optional().describe('To its end when absent'),
});

const isProven = ({ origin, evidence: { kind } }: { origin: keyof typeof causeOf; evidence: { kind: (typeof evidenceKinds)[number] } }): boolean => (evidenceFor[causeOf[origin]] as readonly string[]).includes(kind);

export const NewBooking = booked
  .refine(isProven, { path: ['evidence', 'kind'], message: 'does not prove this cause' })
  .refine(({ evidence: { kind, reference } }) => kind === 'text' || kind === 'probe' || reference !== undefined, { path: ['evidence', 'reference'], message: 'must say which' })
  .meta({ id: 'NewOutageBooking' });
export type NewBooking = z.output<typeof NewBooking>;

export const NewOutage = z
  .strictObject({
    component: wordsUpTo(40),
    tenant: idOf('ten').optional().describe('Only where nobody else had it'),
    from: Moment,
    until: Moment.optional().describe('Absent while it lasts'),
    words: wordsUpTo(2_000).describe('What was seen'),
  })
  .meta({ id: 'NewOutage' });
export type NewOutage = z.output<typeof NewOutage>;
