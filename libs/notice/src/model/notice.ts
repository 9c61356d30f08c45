import type { NoticeKind } from '@inkproof/contract';

export type NoticeStaff = 'admin' | 'operator' | 'compliance' | 'support' | 'auditor';

/** Who is concerned by fact. Which channels each of them hears it on, duty and preferences decide. */
export type NoticeAudience = { tenants: readonly string[] } | { components: readonly string[]; plans: readonly string[] | 'all' } | { staff: readonly NoticeStaff[] };

/** What its template is told, in both languages. Which names it knows stands in `words/`, as `labels`. */
export type NoticeValues = Record<'zh' | 'en', Record<string, string>>;

/** A notice to be published. */
export interface NewNotice {
  kind: NoticeKind;
  /** The id of what it is about: mnt_…, chg_…, scn_… */
  subject: string;
  /** Said once however often it is asked for, such as `${mnt}:day_before`. */
  once: string;
  audience: NoticeAudience;
  values: NoticeValues;
  /** A path in the console, such as `/maintenance/mnt_…`. */
  link: string;
  /** By when those it concerns are to have been reached: the start of a window. Absent where nothing waits for that. */
  reachBy?: Date;
  /** Nothing that worked before stops or works otherwise. The agreement asks for no notice then (三.2(7)). */
  compatible?: boolean;
}
