import type { Session } from '@inkproof/contract';

/** Where a person begins. */
export const homeOf = (session: Pick<Session, 'staff'>): string => (session.staff ? '/admin' : '/overview');

/**
 * Where to go after signing in: back to the page that asked for it, if it lies in this console and on this person's side.
 * An address that begins with two slashes would leave the console, and so would a backslash, which browsers read as a slash.
 */
export const afterSignIn = (session: Pick<Session, 'staff' | 'mfa'>, next: string | undefined): string => {
  if (session.mfa.enrolment_required) return next ? `/enrol?next=${encodeURIComponent(next)}` : '/enrol';
  if (!next || !/^\/(?![/\\])/.test(next) || /^\/(sign-in|enrol|$)/.test(next)) return homeOf(session);
  const isAdmin = /^\/admin(\/|\?|$)/.test(next);
  return isAdmin === Boolean(session.staff) ? next : homeOf(session);
};
