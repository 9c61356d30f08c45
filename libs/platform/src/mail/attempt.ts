const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** After each failed attempt: how long until the next. From there on every four hours, until the mail has nothing to tell any more. */
const waitsMs = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR];

/** A tenth either way, so that what failed together does not come back together. */
const SPREAD = 0.1;

/**
 * Milliseconds from a failed attempt to the next.
 * @param attempts made so far, at least 1
 * @param chance between 0 and 1
 */
export const waitBeforeNext = (attempts: number, chance: number): number => Math.round(waitsMs[Math.min(attempts, waitsMs.length) - 1]! * (1 - SPREAD + 2 * SPREAD * chance));

/** What a mail server, or the way to it, said no with. */
export interface MailError {
  /** As nodemailer names it: EENVELOPE, EMESSAGE, ECONNECTION, EAUTH… */
  code?: unknown;
  /** The reply code of SMTP (RFC 5321, section 4.2). */
  responseCode?: unknown;
}

/**
 * Whether the server refused this very mail for good: a 5xx to its address or its content. Everything else may be over
 * tomorrow, a refused login too, which is for the operator to mend and not for the mail to die of.
 */
export const isBounced = ({ code, responseCode }: MailError): boolean => (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500;

/** For the outbox and the log. The server's own words repeat the address and stay out. */
export const errorCodeOf = ({ code, responseCode }: MailError): string => [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown';
