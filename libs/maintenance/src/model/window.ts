import { LEAD_HOURS, TOLD_WITHIN_MINUTES, type MaintenanceKind, type MaintenanceState, type ProblemCode } from '@inkproof/contract';

const HOUR_MS = 3_600_000;
export const DAY_BEFORE_MS = 24 * HOUR_MS;
export const HOUR_BEFORE_MS = HOUR_MS;
export const LEAD_MS = LEAD_HOURS * HOUR_MS;
export const TOLD_WITHIN_MS = TOLD_WITHIN_MINUTES * 60_000;

/** What a window says of its time. */
export interface Schedule {
  kind: MaintenanceKind;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
  beginsByItself: boolean;
  endsByItself: boolean;
}

/** Where a window stands, and what was told of it. */
export interface Life {
  state: MaintenanceState;
  /** When people were first told of the start as it stands. */
  announcedAt: Date | null;
  startedAt: Date | null;
  verifyingAt: Date | null;
  endedAt: Date | null;
  /** The start of which the day before was told, and the hour before; the end that was told to be overrun. */
  dayBeforeOf: Date | null;
  hourBeforeOf: Date | null;
  overrunOf: Date | null;
}

/** Nothing but where it stands, of something that knows more. */
export const lifeOf = ({ state, announcedAt, startedAt, verifyingAt, endedAt, dayBeforeOf, hourBeforeOf, overrunOf }: Life): Life => ({ state, announcedAt, startedAt, verifyingAt, endedAt, dayBeforeOf, hourBeforeOf, overrunOf });

/** What the clock does with a window by itself. */
export type Step = 'day_before' | 'hour_before' | 'start' | 'overrun' | 'complete' | 'lapse';
/** What a person does with it. */
export type Act = 'edit' | 'submit' | 'start' | 'verify' | 'resume' | 'complete' | 'cancel' | 'extend';

const is = (one: Date | null, other: Date): boolean => one?.getTime() === other.getTime();
const before = (moment: Date, ms: number): Date => new Date(moment.getTime() - ms);

export const isRunning = ({ state }: Pick<Life, 'state'>): boolean => state === 'in_progress' || state === 'verifying';
/** Announced, and not over. */
export const isStanding = (life: Pick<Life, 'state'>): boolean => life.state === 'scheduled' || isRunning(life);
export const isOverrun = (life: Pick<Life, 'state'>, { endsAt }: Pick<Schedule, 'endsAt'>, now: Date): boolean => isRunning(life) && endsAt <= now;

const tellsBefore = ({ startsAt }: Schedule, { announcedAt }: Life, ms: number): boolean => announcedAt !== null && announcedAt <= before(startsAt, ms);

/** Everything that becomes due of a window as it stands, with its instant, earliest first. A reminder is due until what follows it is. */
const coming = (schedule: Schedule, life: Life): { step: Step; from: Date; until: Date | null }[] => {
  const { startsAt, endsAt, beginsByItself, endsByItself } = schedule;
  if (life.state === 'scheduled') {
    const hour = before(startsAt, HOUR_BEFORE_MS);
    return [
      ...(tellsBefore(schedule, life, DAY_BEFORE_MS) && !is(life.dayBeforeOf, startsAt) ? [{ step: 'day_before' as const, from: before(startsAt, DAY_BEFORE_MS), until: hour }] : []),
      ...(tellsBefore(schedule, life, HOUR_BEFORE_MS) && !is(life.hourBeforeOf, startsAt) ? [{ step: 'hour_before' as const, from: hour, until: startsAt }] : []),
      ...(beginsByItself ? [{ step: 'start' as const, from: startsAt, until: endsAt }] : []),
      { step: 'lapse', from: endsAt, until: null },
    ];
  }
  if (!isRunning(life)) return [];
  if (endsByItself) return [{ step: 'complete', from: endsAt, until: null }];
  return is(life.overrunOf, endsAt) ? [] : [{ step: 'overrun', from: endsAt, until: null }];
};

/** What is to be done now; undefined when nothing is. What nobody looked at in time gives way to what followed it. */
export const stepDue = (schedule: Schedule, life: Life, now: Date): Step | undefined => coming(schedule, life).find(({ from, until }) => from <= now && (until === null || now < until))?.step;

/** When there may be something to do next; null when never. */
export const nextLook = (schedule: Schedule, life: Life, now: Date): Date | null => {
  const next = coming(schedule, life).filter(({ until }) => until === null || now < until);
  return next.length ? new Date(Math.min(...next.map(({ from }) => from.getTime()))) : null;
};

/** What a step or an act makes of a window's life. */
export const after = (schedule: Schedule, life: Life, step: Step | Act, now: Date): Life => {
  switch (step) {
    case 'day_before':
      return { ...life, dayBeforeOf: schedule.startsAt };
    case 'hour_before':
      return { ...life, hourBeforeOf: schedule.startsAt };
    case 'overrun':
      return { ...life, overrunOf: schedule.endsAt };
    case 'start':
      return { ...life, state: 'in_progress', startedAt: now };
    case 'verify':
      return { ...life, state: 'verifying', verifyingAt: now };
    case 'resume':
      return { ...life, state: 'in_progress', verifyingAt: null };
    case 'complete':
      return { ...life, state: 'completed', endedAt: now };
    case 'cancel':
    case 'lapse':
      return { ...life, state: 'cancelled', endedAt: now };
    default:
      return life;
  }
};

/** People are told at `now`. */
export const published = (life: Life, now: Date): Life => ({ ...life, state: 'scheduled', announcedAt: now });

/** A start that was not told before is told now; one that stays was told when it was. */
export const rescheduled = (before: Schedule, next: Schedule, life: Life, now: Date): Life => (is(before.startsAt, next.startsAt) ? life : { ...life, announcedAt: now });

const may: Record<Act, readonly MaintenanceState[]> = {
  edit: ['draft', 'scheduled'],
  submit: ['draft'],
  start: ['scheduled'],
  verify: ['in_progress'],
  resume: ['verifying'],
  complete: ['in_progress', 'verifying'],
  cancel: ['draft', 'scheduled'],
  extend: ['in_progress', 'verifying'],
};

/** Why a person may not do that; undefined when they may. Nothing begins before the time that people were told. */
export const whyNot = (act: Act, schedule: Pick<Schedule, 'startsAt'>, { state }: Pick<Life, 'state'>, now: Date): ProblemCode | undefined => {
  if (!may[act].includes(state)) return 'maintenance.state_wrong';
  return act === 'start' && now < schedule.startsAt ? 'maintenance.too_early' : undefined;
};

/** Between the telling and the start: below zero when it had begun already. */
export const leadMs = ({ startsAt }: Pick<Schedule, 'startsAt'>, announcedAt: Date): number => startsAt.getTime() - announcedAt.getTime();

/** Whether people are told as early as was promised for its kind. */
export const isInTime = (schedule: Pick<Schedule, 'kind' | 'startsAt'>, announcedAt: Date): boolean => leadMs(schedule, announcedAt) >= (schedule.kind === 'planned' ? LEAD_MS : -TOLD_WITHIN_MS);

/** Why it may not be told at `now`; undefined when it may. */
export const whyNotTell = (schedule: Schedule, now: Date): ProblemCode | undefined => {
  if (schedule.endsAt <= now || (schedule.kind === 'planned' && schedule.startsAt <= now)) return 'maintenance.times_wrong';
  return schedule.reason === null && (schedule.kind === 'emergency' || !isInTime(schedule, now)) ? 'maintenance.reason_required' : undefined;
};
