/** One clock of a ticket: how much of its time is spent, and whether it runs. Moments are milliseconds since 1970. */
export interface Clock {
  targetMs: number;
  /** In spans that have ended. */
  spentMs: number;
  /** Since when it runs; null while it does not. */
  since: number | null;
  /** When what it waits for came; a first answer comes once. */
  metAt: number | null;
  /** Whether a target was passed before the last thing that happened. Once true it stays so: a late answer is a miss that can be seen. */
  missed: boolean;
  /** The highest mark somebody was told of in this run, in percent. */
  toldPercent: number;
}

export const idleClock = (targetMs: number): Clock => ({ targetMs, spentMs: 0, since: null, metAt: null, missed: false, toldPercent: 0 });

export const spentAt = ({ spentMs, since }: Clock, now: number): number => spentMs + (since === null ? 0 : Math.max(0, now - since));

/** Past its target, now or before. What is due is late from that very instant on. */
export const isMissedAt = (clock: Clock, now: number): boolean => clock.missed || spentAt(clock, now) >= clock.targetMs;

/** Null unless it runs. */
export const dueAt = ({ targetMs, spentMs, since }: Clock): number | null => (since === null ? null : since + targetMs - spentMs);

export const start = (clock: Clock, at: number): Clock => (clock.since === null ? { ...clock, since: at } : clock);

export const pause = (clock: Clock, at: number): Clock => ({ ...clock, spentMs: spentAt(clock, at), since: null, missed: isMissedAt(clock, at) });

/** Nothing is owed: it begins from nothing when it next starts. What was late stays late. */
export const rest = (clock: Clock, at: number): Clock => ({ ...idleClock(clock.targetMs), missed: isMissedAt(clock, at) });

/** Under another target, from the same beginning. What was late under the one before stays late. */
export const retarget = (clock: Clock, targetMs: number, at: number): Clock => ({ ...clock, targetMs, missed: isMissedAt(clock, at), toldPercent: 0 });
