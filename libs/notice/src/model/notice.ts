/** What people and programs are told by notices. Each has its words in `notice-words.ts` and its place in the table of duties. */
export const noticeKinds = [
  'maintenance.scheduled',
  'maintenance.day_before',
  'maintenance.hour_before',
  'maintenance.started',
  'maintenance.overrun',
  'maintenance.completed',
  'maintenance.changed',
  'maintenance.cancelled',
  'change.received',
  'change.accepted',
  'change.refused',
  'change.applied',
  'change.overdue',
  'security.received',
  'security.suspected',
  'api.deprecated',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export type NoticeStaff = 'admin' | 'operator' | 'compliance' | 'support' | 'auditor';

/** Who is concerned by fact. Which channels each of them hears it on, duty and preferences decide. */
export type NoticeAudience = { tenants: readonly string[] } | { components: readonly string[]; plans: readonly string[] | 'all' } | { staff: readonly NoticeStaff[] };

export type NoticeWords = Record<'zh' | 'en', Record<string, string>>;

/** A notice to be published. */
export interface NewNotice {
  kind: NoticeKind;
  /** The id of what it is about: mnt_…, chg_…, scn_… */
  subject: string;
  /** Said once however often it is asked for, such as `${mnt}:day_before`. */
  once: string;
  audience: NoticeAudience;
  /** Words for the template, in both languages. */
  values: NoticeWords;
  /** A path in the console, such as `/maintenance/mnt_…`. */
  link: string;
  /** By when those it concerns are to have been reached: the start of a window. Absent where nothing waits for that. */
  reachBy?: Date;
}
