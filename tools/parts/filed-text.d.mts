import type pg from 'pg';

/** A version of a filing as a spec needs one. */
export interface FiledText {
  tenantId: string;
  filingId: string;
  versionId: string;
  number?: number;
  /** How far it came. */
  state?: 'draft' | 'submitted' | 'accepted' | 'superseded' | 'withdrawn' | 'refused';
  categories?: readonly string[];
  purpose?: string;
  effectiveOn?: string | null;
  endsOn?: string | null;
  /** For how many days it says that what was recognised is kept. */
  keepsDays?: number | null;
}

/** Puts a version of a filing into the store by the laws of the store, as its owner: it goes through every state that comes before. */
export const fileText: (owner: Pick<pg.Client, 'query'>, text: FiledText) => Promise<void>;

/** Moves it on by one state. */
export const moveText: (owner: Pick<pg.Client, 'query'>, versionId: string, state: string) => Promise<void>;
