import { afterCalendarMonths } from '@inkproof/kernel';

/** What the keeping of an authorisation's material hangs on. */
export interface Kept {
  lastReliedAt: Date | null;
  withdrawnAt: Date | null;
  expiresAt: Date | null;
  /** When its text, and what asks for the same after it, ceases to be used, or ceased. */
  textEndsAt: Date | null;
}

const present = (moment: Date | null): moment is Date => moment !== null;
const latest = (moments: Date[]): Date => new Date(Math.max(...moments.map(Number)));
const earliest = (moments: Date[]): Date | null => (moments.length ? new Date(Math.min(...moments.map(Number))) : null);

/** When it ended or will end: by being withdrawn; otherwise when it expires, or its text does, whichever is first. Null when it stands without an end. */
export const endOf = ({ withdrawnAt, expiresAt, textEndsAt }: Omit<Kept, 'lastReliedAt'>): Date | null => withdrawnAt ?? earliest([expiresAt, textEndsAt].filter(present));

/** From when the keeping counts: the latest of its end, which may lie ahead, and the last recognition relying on it. Null while it stands without an end. */
export const keepingBegins = (kept: Kept): Date | null => {
  const end = endOf(kept);
  return end && latest([end, kept.lastReliedAt].filter(present));
};

/**
 * The first instant at which the material need not be kept any more: so many calendar months of Asia/Shanghai from the
 * latest of its end and the last recognition relying on it; six by the agreement (三.1(5)), more where the law or the tenant
 * says so. The store knows the same law as `material_kept_until`. Null while it stands without an end, because the question whether somebody had
 * agreed can be asked for as long as calls may rely on it.
 *
 * An expiry that lies behind a withdrawal never comes, so it keeps nothing longer.
 */
export const keptUntil = (kept: Kept, months: number): Date | null => {
  const begins = keepingBegins(kept);
  return begins && afterCalendarMonths(begins, months);
};
