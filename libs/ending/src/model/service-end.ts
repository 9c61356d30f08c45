import { EXPORT_OFFERS_LEAST, type EndingSide } from '@inkproof/contract';
import { DAY_MS, type Day, type Id } from '@inkproof/kernel';
import { offersAfter } from './last-day.js';

/** That a service ends, as it was announced, and how far it has come. */
export interface ServiceEnding {
  id: Id<'end'>;
  tenantId: Id<'ten'>;
  side: EndingSide;
  reason: string | null;
  announcedAt: Date;
  announcedBy: string;
  approvedBy: string | null;
  lastDay: Day;
  endsAt: Date;
  readableUntil: Date;
  offeredAt: readonly Date[];
  /** When erasing was begun. */
  endedAt: Date | null;
  deletionId: Id<'del'> | null;
}

type Course = Pick<ServiceEnding, 'announcedAt' | 'lastDay' | 'endsAt' | 'offeredAt' | 'endedAt'>;

/** What was kept or held at the end is looked for a day later, and then every month until nothing is left. */
const LATER_ROUND_MS = 30 * DAY_MS;

const later = (...moments: readonly Date[]): Date => new Date(Math.max(...moments.map(Number)));

/** Rights end at their instant whatever happens. Nothing is erased before exports were offered often enough, and a day has passed since: where nobody could tell anybody for days, the end waits for that. */
const erasedFrom = ({ offeredAt, endsAt }: Course): Date | null => (offeredAt.length < EXPORT_OFFERS_LEAST ? null : later(endsAt, new Date(offeredAt.at(-1)!.getTime() + DAY_MS)));

export const stateAt = ({ endsAt, readableUntil }: Pick<ServiceEnding, 'endsAt' | 'readableUntil'>, now: Date): 'announced' | 'ended' | 'closed' => (now < endsAt ? 'announced' : now < readableUntil ? 'ended' : 'closed');

/** What is to be done at an instant at which there is something to do. */
export const stepAt = (course: Course, now: Date): 'offer' | 'end' | 'follow_up' => {
  if (course.endedAt) return 'follow_up';
  const from = erasedFrom(course);
  return from && from <= now ? 'end' : 'offer';
};

/** When there is something to do next. */
export const nextStepAfter = (course: Course, now: Date): Date => {
  const { announcedAt, lastDay, endsAt, offeredAt, endedAt } = course;
  if (endedAt) return later(new Date(endedAt.getTime() + DAY_MS), now.getTime() < endedAt.getTime() + DAY_MS ? now : new Date(now.getTime() + LATER_ROUND_MS));
  const offer = nextOfferAfter({ announcedAt, lastDay }, now);
  return offer ?? erasedFrom(course) ?? later(endsAt, new Date((offeredAt.at(-1) ?? announcedAt).getTime() + DAY_MS));
};

export const nextOfferAfter = ({ announcedAt, lastDay }: Pick<Course, 'announcedAt' | 'lastDay'>, now: Date): Date | null => offersAfter(announcedAt, lastDay).find((at) => at > now) ?? null;
