import { addDays, dayStart, shanghaiDay } from '@inkproof/kernel';

/** What a clock tells, in the order in which it does. */
export const clockMarks = ['warned_50', 'warned_80', 'overdue'] as const;
export type ClockMark = (typeof clockMarks)[number];
const shares: Record<ClockMark, number> = { warned_50: 0.5, warned_80: 0.8, overdue: 1 };

/** An address that nobody confirms in this time may be anybody's, and the request lapses. */
const CONFIRM_WITHIN_DAYS = 14;

/**
 * The first instant after the last day. Calendar days in Asia/Shanghai: the day on which it begins does not count, and the
 * last one counts to its end (Civil Code art. 201 and 203).
 */
export const afterDays = (start: Date, days: number): Date => dayStart(addDays(shanghaiDay(start), days + 1));

/** The same so many days later: an extension begins where the time would have ended. */
export const extendedBy = (dueAt: Date, days: number): Date => dayStart(addDays(shanghaiDay(dueAt), days));

export const lapsesAt = (createdAt: Date): Date => afterDays(createdAt, CONFIRM_WITHIN_DAYS);

interface Span {
  receivedAt: Date;
  dueAt: Date;
}

/** Share of the time that is used at a moment, from 0 to 1. */
export const usedOf = ({ receivedAt, dueAt }: Span, at: Date): number => Math.min(1, Math.max(0, (at.getTime() - receivedAt.getTime()) / (dueAt.getTime() - receivedAt.getTime())));

const momentOf = ({ receivedAt, dueAt }: Span, mark: ClockMark): Date => new Date(Math.ceil(receivedAt.getTime() + shares[mark] * (dueAt.getTime() - receivedAt.getTime())));

/** The last mark that was passed and not told yet, and when the clock is to be looked at again; null when it has nothing more. */
export const lookAtClock = (span: Span, told: readonly string[], now: Date): { mark: ClockMark | null; nextLookAt: Date | null } => {
  const passed = clockMarks.filter((mark) => momentOf(span, mark) <= now);
  const last = passed.at(-1);
  const next = clockMarks.find((mark) => !passed.includes(mark));
  return { mark: last !== undefined && !told.includes(last) ? last : null, nextLookAt: next === undefined ? null : momentOf(span, next) };
};

/** When the clock is to be looked at after something happened: at once when it has something to tell. */
export const nextLook = (span: Span, told: readonly string[], now: Date): Date | null => {
  const { mark, nextLookAt } = lookAtClock(span, told, now);
  return mark === null ? nextLookAt : now;
};
