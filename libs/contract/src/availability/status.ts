import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { Day, idOf, Moment } from '../fields.js';
import { permitted } from '../permission.js';
import { availabilityStandings } from './outage-cause.js';

export const BilingualWords = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'BilingualWords' });

/** How many days back the status page tells. */
export const STATUS_DAYS = 90;

const milliseconds = (what: string) => z.int().min(0).describe(what);
const meanings = {
  up: 'It served',
  unknown: 'Nobody looked, so nobody knows',
  provider: 'It did not serve, and that is the provider’s',
  maintenance: 'Maintenance that was announced in time',
  third_party_network: 'The network of others was down (5.4(3)); never an attack on our own platform',
  force_majeure: '5.4(4)',
  suspension: 'The tenant was suspended',
  tenant: 'The tenant’s own fault or configuration (5.4(1) and (2))',
} as const satisfies Record<(typeof availabilityStandings)[number], string>;

/** How long each standing lasted. Together they are the wall time. */
export const StandingSums = z.object(Object.fromEntries(availabilityStandings.map((standing) => [standing, milliseconds(meanings[standing])])) as Record<(typeof availabilityStandings)[number], z.ZodInt>).meta({ id: 'StandingSums' });
export type StandingSums = z.infer<typeof StandingSums>;

/** How those on a plan had a part of the service, where that was otherwise than for everybody. */
export const PlanSums = z.object({ plan: z.string(), milliseconds: StandingSums }).meta({ id: 'PlanSums' });
export type PlanSums = z.infer<typeof PlanSums>;

export const componentStates = ['up', 'down', 'maintenance', 'unknown'] as const;
export type ComponentState = (typeof componentStates)[number];

export const incidentStates = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const IncidentUpdate = z.object({ at: Moment, state: z.enum(incidentStates), words: BilingualWords }).meta({ id: 'IncidentUpdate' });

export const Incident = z
  .object({
    id: idOf('inc'),
    title: BilingualWords,
    state: z.enum(incidentStates),
    found_by: z.enum(['probe', 'staff']),
    components: z.array(z.string()),
    started_at: Moment,
    resolved_at: Moment.nullable(),
    updates: z.array(IncidentUpdate).describe('Newest first'),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof Incident>;

export const StatusComponent = z
  .object({
    id: z.string(),
    name: BilingualWords,
    state: z.enum(componentStates).describe('`unknown` where nobody has looked lately'),
    milliseconds: StandingSums.describe('Of all these days, as everybody had them'),
    plans: z.array(PlanSums).describe('Of all these days, as those on a plan had them; only plans that had them otherwise'),
    days: z.array(z.object({ day: Day, milliseconds: StandingSums })).describe('Oldest first; of today what has passed of it'),
  })
  .meta({ id: 'StatusComponent' });
export type StatusComponent = z.infer<typeof StatusComponent>;

export const StatusWindow = z
  .object({
    id: idOf('mnt'),
    title: BilingualWords,
    text: BilingualWords,
    kind: z.string(),
    state: z.string(),
    plans: z.array(z.string()).describe('Whose tenants it concerns; empty for everybody'),
    components: z.array(z.object({ id: z.string(), impact: z.string() })),
    starts_at: Moment,
    ends_at: Moment,
    changed_at: Moment,
  })
  .meta({ id: 'StatusWindow' });

export const Status = z
  .object({
    provider: z.string(),
    page: z.url().describe('Where the status page is, for people'),
    made_at: Moment,
    stale_at: Moment.describe('Whoever reads it later than this should doubt it: it is made anew long before'),
    components: z.array(StatusComponent),
    incidents: z.array(Incident).describe('Those that are open, and those of these days. Newest first'),
    windows: z.array(StatusWindow).describe('Maintenance that comes, runs, or was in these days. By their start'),
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof Status>;

export const statusApi = {
  read: endpoint({
    method: 'GET',
    path: '/v1/status',
    summary: 'How the service stands',
    description: 'The same as `status.json` of the status page, which is served apart and stays when this API does not answer.',
    access: permitted('public'),
    status: 200,
    reply: Status,
    problems: [],
  }),
};
