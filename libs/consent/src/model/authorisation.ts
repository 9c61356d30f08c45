import type { authorizationStates, CollectionMedium, custodies, PersonalCategory } from '@inkproof/contract';
import { addDays, dayStart, type Day, type Id } from '@inkproof/kernel';
import { endOf, type Kept } from './kept-until.js';

/** The version of a text that an authorisation was given under. */
export interface TextVersion {
  id: Id<'flv'>;
  filing: { id: Id<'flg'>; name: string };
  number: number;
  categories: PersonalCategory[];
  endsAt: Date | null;
}

/** One person's word under one version of a filing. */
export interface Authorisation extends Omit<Kept, 'textEndsAt'> {
  id: Id<'aut'>;
  version: TextVersion;
  /** Narrower than the version's; empty for all of them. */
  categories: PersonalCategory[];
  media: CollectionMedium[];
  givenAt: Date;
  createdAt: Date;
  custody: (typeof custodies)[number];
  /** Hex. */
  commitment: string | null;
  material: { type: string; bytes: number } | null;
  keptUntil: Date | null;
}

export const statusOf = ({ withdrawnAt, expiresAt, version }: Pick<Authorisation, 'withdrawnAt' | 'expiresAt' | 'version'>, now: Date): (typeof authorizationStates)[number] => {
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt && expiresAt <= now) return 'expired';
  const end = endOf({ withdrawnAt, expiresAt, textEndsAt: version.endsAt });
  return end && end <= now ? 'ended' : 'standing';
};

/** What may be recognised under it: no more than the text names, whatever it says itself. */
export const scopeOf = (own: readonly PersonalCategory[], ofText: readonly PersonalCategory[]): PersonalCategory[] => (own.length ? ofText.filter((category) => own.includes(category)) : [...ofText]);

/** When a version ceases to be used: when it was withdrawn, or after the last day it says itself. Giving way to a later one ends no word that was given under it. */
export const endOfText = ({ state, endedAt, endsOn }: { state: string; endedAt: Date | null; endsOn: Day | null }): Date | null => {
  const lastDayOver = endsOn && dayStart(addDays(endsOn, 1));
  const withdrawn = state === 'withdrawn' ? endedAt : null;
  return withdrawn && lastDayOver ? (withdrawn < lastDayOver ? withdrawn : lastDayOver) : (withdrawn ?? lastDayOver);
};
