import { z } from 'zod';
import { idOf, Moment, wordsUpTo } from '../fields.js';
import { components, maintenanceEventKinds, maintenanceImpacts, maintenanceKinds, maintenanceStates, LEAD_HOURS } from './component.js';

const both = (characters: number) => z.strictObject({ zh: wordsUpTo(characters), en: wordsUpTo(characters) });
const Somebody = z.object({ id: z.string(), name: z.string().nullable() });

export const ComponentImpact = z.strictObject({ component: z.enum(components), impact: z.enum(maintenanceImpacts) }).meta({ id: 'ComponentImpact' });
export type ComponentImpact = z.infer<typeof ComponentImpact>;

/** What is said to those it concerns. */
const announced = {
  kind: z.enum(maintenanceKinds),
  title: both(120),
  text: both(4_000).describe('Plain text: what is done, and what it means for whoever reads it'),
  starts_at: Moment,
  ends_at: Moment,
  impacts: z.array(ComponentImpact).min(1).max(components.length).describe('Components that are not named are not touched'),
  reason: wordsUpTo(500).nullable().describe(`Why an emergency, or why it was announced less than ${LEAD_HOURS} hours before. Null where none was needed`),
};

/** What is for the staff alone. */
const planned = {
  plans: z.array(z.string().min(1).max(40)).max(40).describe('Whose tenants it concerns; empty for every plan'),
  rollback_plan: wordsUpTo(4_000).describe('What is done when it goes wrong. At hand while it runs'),
  begins_by_itself: z.boolean().describe('Whether it starts at its time without a person'),
  ends_by_itself: z.boolean().describe('Whether it is completed at its time without a person. Otherwise an end that passes is told as an overrun'),
};

export const MaintenanceRequest = z
  .strictObject({ ...announced, ...planned, reason: announced.reason.default(null), plans: planned.plans.default([]), begins_by_itself: planned.begins_by_itself.default(true), ends_by_itself: planned.ends_by_itself.default(false) })
  .refine(({ starts_at, ends_at }) => Date.parse(starts_at) < Date.parse(ends_at), { path: ['ends_at'], message: 'must come after the start' })
  .refine(({ impacts }) => new Set(impacts.map(({ component }) => component)).size === impacts.length, { path: ['impacts'], message: 'must name each component once' })
  .refine(({ impacts }) => impacts.some(({ impact }) => impact !== 'none'), { path: ['impacts'], message: 'must touch a component' })
  .meta({ id: 'MaintenanceRequest' });
export type MaintenanceRequest = z.output<typeof MaintenanceRequest>;

const life = {
  id: idOf('mnt'),
  state: z.enum(maintenanceStates),
  version: z.int().min(1).describe('Goes up with each change after it was announced'),
  overrun: z.boolean().describe('Whether it runs past its announced end'),
  published_at: Moment.nullable(),
  started_at: Moment.nullable(),
  verifying_at: Moment.nullable(),
  ended_at: Moment.nullable().describe('Completed or cancelled'),
  restored: z.array(z.enum(components)).describe('Components that are back although it runs'),
  lead_seconds: z.int().nullable().describe('Between the announcement of its start and the start; below zero when it had begun. Null for a draft'),
  in_time: z.boolean().nullable().describe(`Whether that is as early as was promised: ${LEAD_HOURS} hours for planned work, five minutes after the start for an emergency`),
};

export const MaintenanceNoticeVersion = z.object({ number: z.int().min(1), written_at: Moment, ...announced }).meta({ id: 'MaintenanceNoticeVersion' });
export type MaintenanceNoticeVersion = z.infer<typeof MaintenanceNoticeVersion>;

/** As those read it whom it concerns. */
export const MaintenanceNotice = z.object({ ...life, ...announced }).meta({ id: 'MaintenanceNotice' });
export type MaintenanceNotice = z.infer<typeof MaintenanceNotice>;

export const WholeMaintenanceNotice = MaintenanceNotice.extend({ versions: z.array(MaintenanceNoticeVersion).describe('All that was announced of it, newest first; the first is in force') }).meta({ id: 'WholeMaintenanceNotice' });
export type WholeMaintenanceNotice = z.infer<typeof WholeMaintenanceNotice>;

/** As the staff plan it. */
export const MaintenanceWindow = MaintenanceNotice.extend({
  ...planned,
  drafted_by: Somebody,
  published_by: Somebody.nullable(),
  approved_by: Somebody.nullable().describe('The second person. Of an emergency it may come after the announcement'),
  approval: idOf('apr').nullable().describe('The request for the second person'),
  waits: z.enum(['announcement', 'change']).nullable().describe('What of it waits for a second person'),
}).meta({ id: 'MaintenanceWindow' });
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>;

export const MaintenanceEvent = z
  .object({ at: Moment, kind: z.enum(maintenanceEventKinds), version: z.int(), by: Somebody.nullable().describe('Null for the clock'), words: z.string().nullable() })
  .meta({ id: 'MaintenanceEvent' });

/** What an announced window would say, once a second person approves. */
export const MaintenanceChange = z.object({ approval: idOf('apr').describe('The request for the second person'), by: Somebody, at: Moment, ...announced, ...planned }).meta({ id: 'MaintenanceChange' });
export type MaintenanceChange = z.infer<typeof MaintenanceChange>;

export const WholeMaintenanceWindow = MaintenanceWindow.extend({
  versions: z.array(MaintenanceNoticeVersion).describe('Newest first; the first is in force'),
  change: MaintenanceChange.nullable().describe('What waits for a second person. What was announced is in force until then; null when nothing waits'),
  events: z.array(MaintenanceEvent).describe('What was done and told, oldest first'),
}).meta({ id: 'WholeMaintenanceWindow' });
export type WholeMaintenanceWindow = z.infer<typeof WholeMaintenanceWindow>;

const words = wordsUpTo(1_000);

/** What a person does with a window. */
export const MaintenanceAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('publish'), reason: wordsUpTo(500).optional().describe('For the second person') }),
    z.strictObject({ act: z.literal('start'), words: words.optional() }),
    z.strictObject({ act: z.literal('verify'), restored: z.array(z.enum(components)).max(components.length).default([]).describe('What is back already'), words: words.optional() }),
    z.strictObject({ act: z.literal('resume'), words: words.optional() }),
    z.strictObject({ act: z.literal('complete'), words: words.optional() }),
    z.strictObject({ act: z.literal('extend'), ends_at: Moment, words: words.optional() }),
    z.strictObject({ act: z.literal('cancel'), words }),
  ])
  .meta({ id: 'MaintenanceAct' });
export type MaintenanceAct = z.output<typeof MaintenanceAct>;

export const maintenanceMessages = ['scheduled', 'day_before', 'hour_before', 'started', 'completed'] as const;

export const MaintenancePreview = z
  .object({
    messages: z.array(z.object({ message: z.enum(maintenanceMessages), at: Moment.nullable().describe('Null for when a person does it') })).describe('What those it concerns are told, in order'),
    tenants_total: z.int(),
    plans: z.array(z.object({ plan: z.string(), tenants: z.int() })),
    lead_seconds: z.int().describe('Were it announced now'),
    in_time: z.boolean(),
    needs: z.enum(['nothing', 'reason', 'other_times']).describe('What it lacks to be announced now'),
  })
  .meta({ id: 'MaintenancePreview' });
export type MaintenancePreview = z.infer<typeof MaintenancePreview>;
