import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, Moment } from './fields.js';
import { permitted } from './permission.js';
import { TicketCall } from './ticket.js';

export const CoverageSums = z
  .object({
    proven: z.int().describe('Milliseconds for which a ticket had just been taken, found at the desk and answered'),
    failed: z.int().describe('For which the last try had failed'),
    unknown: z.int().describe('For which nothing was tried: nobody knows'),
  })
  .meta({ id: 'CoverageSums' });
export type CoverageSums = z.infer<typeof CoverageSums>;

export const IntakeGap = z
  .object({ id: idOf('itg'), from: Moment.describe('When intake was proven last before it'), found_at: Moment.describe('When whoever was on call was called'), until: Moment.nullable().describe('When it was proven again; null while it lasts'), met: z.string().nullable().describe('What was met, as a code; null where nothing was tried') })
  .meta({ id: 'IntakeGap' });
export type IntakeGap = z.infer<typeof IntakeGap>;

export const IntakeCall = TicketCall.omit({ clock: true }).meta({ id: 'IntakeCall' });
export type IntakeCall = z.infer<typeof IntakeCall>;

export const RunningGap = z.object({ gap: IntakeGap.nullable().describe('Null while tickets are proven to be taken'), calls: z.array(IntakeCall).describe('Who was called because of it. Oldest first') }).meta({ id: 'RunningGap' });
export type RunningGap = z.infer<typeof RunningGap>;

export const Coverage = z
  .object({
    month: z.string(),
    from: Moment,
    until: Moment.describe('Now, in a month that has not ended'),
    milliseconds: CoverageSums.describe('Together they are the time from `from` to `until`'),
    days: z.array(z.object({ day: Day, hours: z.array(CoverageSums.nullable()).length(24).describe('From midnight in Asia/Shanghai; null for what is still to come') })),
    gaps: z.array(IntakeGap).describe('Newest first'),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

export const CoverageQuery = z.object({
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().describe('A calendar month in Asia/Shanghai, the present one when absent'),
  format: z.enum(['json', 'csv']).default('json'),
});
export type CoverageQuery = z.output<typeof CoverageQuery>;

export const coverageApi = {
  month: endpoint({
    method: 'GET',
    path: '/v1/intake-coverage',
    summary: 'Whether tickets were taken, hour by hour',
    description: 'Every quarter of an hour, day and night, a ticket of the provider’s own is opened by the door that tenants use, found in the queue of the desk, answered and closed. What it proves holds until the next, for half an hour at most. With `?format=csv` as a file.',
    access: permitted('coverage.read'),
    scope: 'any',
    query: CoverageQuery,
    status: 200,
    reply: Coverage,
    formats: { csv: 'text/csv' },
    problems: ['request.invalid'],
  }),
};

export const intakeGapApi = {
  running: endpoint({ method: 'GET', path: '/v1/admin/intake-gap', summary: 'Whether anything proves that tickets are taken, and who was called', access: permitted('desk.see'), status: 200, reply: RunningGap, problems: [] }),
  takeOver: endpoint({
    method: 'POST',
    path: '/v1/admin/intake-gap/acknowledgement',
    summary: 'Take over a call to a gap of intake',
    description: 'Nobody further up the chain is called because of it. Without a gap nothing is done.',
    access: permitted('desk.keep'),
    audit: 'intake.taken_over',
    status: 200,
    reply: RunningGap,
    problems: [],
  }),
};
