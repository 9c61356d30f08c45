import { components, type ComponentName, type MaintenanceImpact, type MaintenanceRequest } from '@inkproof/contract';
import type { Impacts } from './touch.js';
import type { Schedule } from './window.js';

/** What a window says, beside who wrote it and when. */
export interface Content extends Schedule {
  titleZh: string;
  titleEn: string;
  textZh: string;
  textEn: string;
  plans: string[];
  rollbackPlan: string;
  impacts: Impacts;
}

/** Of a window, what is done to what, when and for whom; the rest are words. */
const deedOf = ({ kind, startsAt, endsAt, plans, beginsByItself, endsByItself, impacts }: Content): string => JSON.stringify([kind, startsAt, endsAt, [...plans].sort(), beginsByItself, endsByItself, components.map((name) => impacts[name])]);

/** Whether a change of what was announced takes a second person: planned work does, or what becomes planned, unless mere words change. */
export const needsSecond = (before: Content, next: Content): boolean => (before.kind === 'planned' || next.kind === 'planned') && deedOf(before) !== deedOf(next);

const impactOf = (impacts: MaintenanceRequest['impacts'], name: ComponentName): MaintenanceImpact => impacts.find(({ component }) => component === name)?.impact ?? 'none';

/** Every component has its line, whether or not it was named. */
export const contentOf = ({ kind, title, text, starts_at, ends_at, impacts, plans, reason, rollback_plan, begins_by_itself, ends_by_itself }: MaintenanceRequest): Content => ({
  kind,
  titleZh: title.zh,
  titleEn: title.en,
  textZh: text.zh,
  textEn: text.en,
  startsAt: new Date(starts_at),
  endsAt: new Date(ends_at),
  plans: [...new Set(plans)].sort(),
  reason,
  rollbackPlan: rollback_plan,
  beginsByItself: begins_by_itself,
  endsByItself: ends_by_itself,
  impacts: Object.fromEntries(components.map((name) => [name, impactOf(impacts, name)])) as Impacts,
});
