export const mailLocales = ['zh-CN', 'en'] as const;
export type MailLocale = (typeof mailLocales)[number];

/** The one of them in which somebody is written to whose language is known. */
export const mailLocaleOf = (language: string): MailLocale => (language === 'en' ? 'en' : 'zh-CN');

type RequestWord = 'access' | 'copy' | 'withdraw' | 'correct' | 'delete' | 'explain';
type TicketClockWord = 'first' | 'next' | 'resolution' | 'unassigned';
type ClockWord = 'received' | 'forwarded' | 'warned_50' | 'warned_80' | 'overdue';

/** What each mail has to be told. `link` opens something; everything else is shown. */
export interface MailValues {
  member_invited: { tenant: string; inviter: string; role: string; days: number; link: string };
  staff_invited: { inviter: string; role: string; days: number; link: string };
  membership_ended: { tenant: string };
  ownership_offered: { tenant: string; owner: string; days: number; link: string };
  ownership_taken: { tenant: string; owner: string };
  password_reset: { minutes: number; link: string };
  password_was_reset: { link: string };
  factor_added: { kind: 'totp' | 'passkey'; name: string; link: string };
  factor_removed: { kind: 'totp' | 'passkey'; name: string; link: string };
  /** `where` is empty when nobody said. */
  key_leaked: { tenant: string; label: string; hint: string; where: string; link: string };
  support_access_began: { tenant: string; reason: string; minutes: number; link: string };
  /** `day`: the first on which the version is used, in Shanghai. */
  filing_moved: { filing: string; number: number; what: 'accepted' | 'accepted_ahead' | 'refused' | 'correction_requested' | 'superseded' | 'withdrawn'; day: string; link: string };
  /** `due` is a moment (RFC 3339); the day that counts is the one that ends there, in Shanghai. */
  request_confirm: { tenant: string; request: RequestWord; due: string; link: string };
  request_news: { tenant: string; request: RequestWord; news: string; link: string };
  request_clock: { tenant: string; request: RequestWord; mark: ClockWord; due: string; link: string };
  inspection_drawn: { tenant: string; items: number; due: string; link: string };
  inspection_reminder: { tenant: string; open: number; days: number; due: string; link: string };
  /** To compliance staff. */
  inspection_late: { tenant: string; open: number; due: string; link: string };
  inspection_closed: { tenant: string; link: string };
  /** `words` are what was said; null where mail cannot be answered, and then they stay in the ticket. */
  ticket_answered: { tenant: string; subject: string; state: string; words: string | null; link: string };
  /** To the staff. `due` is a moment (RFC 3339). */
  ticket_warned: { tenant: string; subject: string; priority: string; clock: TicketClockWord; percent: number; due: string; link: string };
  /** To whoever is on call. `since` is a moment (RFC 3339); `met` a code, null where nobody tried. */
  intake_broke_off: { since: string; met: string | null; link: string };
  /** Days of Shanghai, each the last on which so much is kept. */
  keeping_ends: { tenant: string; ends: { day: string; count: number; left: number }[]; link: string };
  /** `due` is when the first of them was to be gone (RFC 3339), `within` the days after which compliance staff are told. */
  attestation_due: { tenant: string; open: number; copies: number; within: number; due: string; link: string };
  /** To compliance staff. */
  attestation_late: { tenant: string; open: number; within: number; due: string; link: string };
  /** In the language of the mail. `tenant` is empty for the staff. */
  notice: { tenant: string; title: string; paragraphs: string[]; link: string };
}
export type MailTemplate = keyof MailValues;
