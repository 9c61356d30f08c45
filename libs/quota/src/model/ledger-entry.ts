import type { CallLimit, PageReason, PersonalCategory, ProblemCode } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** How many pages for which reason. */
export type PageReasons = Partial<Record<PageReason, number>>;

/** What permits a call to hold personal information: a version of a filing, and the word of one person perhaps. */
export interface Reliance {
  versionId: Id<'flv'>;
  authorisationId: Id<'aut'> | null;
  categories: PersonalCategory[];
}

/** What is known of a call as soon as it was admitted. */
export interface CallHead {
  /** When the quota decided, by the store's clock. */
  at: string;
  requestId: string;
  keyId: Id<'key'> | null;
  channel: 'api' | 'console';
  /** Of the key that called. */
  environment: 'live' | 'test';
  route: 'recognitions' | 'jobs';
  /** Absent where no personal information was declared. */
  relied?: Reliance | undefined;
}

/** A call as it is noted in the step that admits it, until it is recorded. */
export interface OpenCall extends Pick<CallHead, 'requestId' | 'keyId' | 'channel' | 'route' | 'relied'> {
  /** Of its entry to be. */
  id: Id<'use'>;
  /** Should nobody record it in that time, it counts as lost. */
  lastsMs: number;
}

/** One call, what became of it and what was billed. */
export interface LedgerEntry extends CallHead {
  outcome: 'accepted' | 'refused' | 'failed';
  code: ProblemCode | null;
  /** The one that refused it, and how much it was then; absent where none did. */
  limit?: { name: CallLimit; max: number } | undefined;
  recognitionId: Id<'rec'> | null;
  pages: number;
  billedPages: number;
  pageReasons: PageReasons;
  durationMs: number;
}

/** As the three columns `filing_version_id`, `authorisation_id` and `declared_categories` hold it. */
export const relianceColumns = (relied: Reliance | undefined): [string | null, string | null, string[] | null] => (relied ? [relied.versionId, relied.authorisationId, relied.categories] : [null, null, null]);
