import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';
import { HeldObjects, HeldThing, Hold, HoldRequest } from './hold.js';
import { recordClasses } from './record-class.js';
import { Lengthening, RetentionPeriod, RetentionRule, TenantLengthening } from './rule.js';

const periods = z.array(RetentionPeriod).describe('One for each class of records');
const HoldId = z.object({ id: idOf('hld') });

export const retentionApi = {
  periods: endpoint({
    method: 'GET',
    path: '/v1/retention',
    summary: 'How long what is kept',
    description: 'Of the agreement, the law and your own wish the longest counts, for each class of records.',
    access: permitted('retention.read'),
    scope: 'any',
    status: 200,
    reply: z.object({ items: periods }).meta({ id: 'RetentionPeriodList' }),
    problems: [],
  }),
  lengthen: endpoint({
    method: 'POST',
    path: '/v1/retention',
    summary: 'Keep records of a class longer',
    description: 'A period is never made shorter, by nobody.',
    access: permitted('retention.keep'),
    stepUp: true,
    audit: 'retention.lengthened',
    body: TenantLengthening,
    status: 201,
    reply: RetentionRule,
    problems: ['request.invalid', 'retention.not_shorter'],
  }),
  holds: endpoint({
    method: 'GET',
    path: '/v1/holds',
    summary: 'Legal holds on your things',
    description: 'What they hold is not erased, neither by you nor when its time is over, until two people of the provider have lifted them.',
    access: permitted('retention.read'),
    scope: 'any',
    query: ListQuery,
    status: 200,
    reply: listOf(HeldThing).meta({ id: 'HoldOnYouList' }),
    problems: ['request.invalid'],
  }),
};

export const adminRetentionApi = {
  periods: endpoint({
    method: 'GET',
    path: '/v1/admin/retention',
    summary: 'The retention policy and its history',
    access: permitted('retention.inspect'),
    status: 200,
    reply: z.object({ items: periods, history: z.array(RetentionRule).describe('Every rule that was ever set for everybody, newest first') }).meta({ id: 'RetentionPolicy' }),
    problems: [],
  }),
  lengthen: endpoint({
    method: 'POST',
    path: '/v1/admin/retention',
    summary: 'Make a period longer for everybody',
    access: permitted('retention.rule'),
    stepUp: true,
    audit: 'retention.lengthened',
    body: Lengthening,
    status: 201,
    reply: RetentionRule,
    problems: ['request.invalid', 'retention.not_shorter'],
  }),
};

const ClassName = z.enum(recordClasses);

const Sweep = z
  .object({
    id: idOf('swp'),
    started_at: Moment,
    seen_at: Moment.describe('When it last got on'),
    ended_at: Moment.nullable().describe('Null while it is at work, or died'),
    due: z.int().describe('Things found due so far'),
    erased: z.int(),
    staying: z.int().describe('Left alone under a hold or a period'),
    by_class: z.array(z.object({ record_class: ClassName, erased: z.int() })),
  })
  .meta({ id: 'Sweep' });
export type Sweep = z.infer<typeof Sweep>;

const DueReport = z
  .object({
    at: Moment,
    items: z.array(z.object({ record_class: ClassName, count: z.int(), tenants: z.int(), oldest: Moment, staying: z.int().describe('Of these, under a hold or a period') })),
  })
  .meta({ id: 'DueReport' });
export type DueReport = z.infer<typeof DueReport>;

/** Erasing what has expired, as those see it who look after the install. */
export const sweepApi = {
  due: endpoint({
    method: 'GET',
    path: '/v1/admin/sweeps/due',
    summary: 'What the next sweep will erase',
    description: 'A dry run: counts only, of all tenants, and nothing is touched. `within_minutes` looks ahead.',
    access: permitted('retention.inspect'),
    query: z.object({ within_minutes: z.coerce.number().int().min(0).max(1_440).default(60) }),
    status: 200,
    reply: DueReport,
    problems: ['request.invalid'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/sweeps',
    summary: 'Sweeps of late',
    description: 'Newest first, those at work too. Rounds that found nothing are not written down.',
    access: permitted('retention.inspect'),
    status: 200,
    reply: z.object({ items: z.array(Sweep) }).meta({ id: 'SweepList' }),
    problems: [],
  }),
};

export const holdApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/holds',
    summary: 'Legal holds',
    access: permitted('retention.inspect'),
    query: ListQuery,
    status: 200,
    reply: listOf(Hold).meta({ id: 'HoldList' }),
    problems: ['request.invalid'],
  }),
  place: endpoint({
    method: 'POST',
    path: '/v1/admin/holds',
    summary: 'Place a legal hold',
    description: 'It stands from that instant, whatever the periods say. What is being erased at that very moment is erased before it.',
    access: permitted('hold.place'),
    stepUp: true,
    audit: 'hold.placed',
    body: HoldRequest,
    status: 201,
    reply: Hold,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  widen: endpoint({
    method: 'POST',
    path: '/v1/admin/holds/{id}/objects',
    summary: 'Name more things in a hold',
    access: permitted('hold.place'),
    audit: 'hold.widened',
    params: HoldId,
    body: z.strictObject({ objects: HeldObjects }).meta({ id: 'HoldWidening' }),
    status: 200,
    reply: Hold,
    problems: ['request.invalid', 'hold.not_found', 'hold.lifted'],
  }),
  lift: endpoint({
    method: 'POST',
    path: '/v1/admin/holds/{id}/lift',
    summary: 'Ask for a hold to be lifted',
    description: 'It stands until a second person has approved.',
    access: permitted('hold.place'),
    stepUp: true,
    audit: 'approval.requested',
    params: HoldId,
    body: z.strictObject({ reason: wordsUpTo(500) }).meta({ id: 'HoldLifting' }),
    status: 202,
    reply: z.object({ approval: idOf('apr') }).meta({ id: 'HoldLiftingAsked' }),
    problems: ['request.invalid', 'hold.not_found', 'hold.lifted'],
  }),
};
