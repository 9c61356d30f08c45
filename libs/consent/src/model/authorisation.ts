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

/** What of a version decides how long words count that were given under it. */
export interface Asking {
  purpose: string | null;
  method: string | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  endsOn: Day | null;
}

const endOfVersion = ({ endedAt, endsOn }: Asking): number => Math.min(...[endedAt, endsOn && dayStart(addDays(endsOn, 1))].map((end) => (end === null ? Infinity : end.getTime())));

/**
 * When words given under a version can be relied on no more: after the last version of its filing that asks for the same,
 * for the same purpose by the same method. Giving way to one that does ends no word. Null while one of them has no end.
 * The store knows the same law as `text_ends_at`.
 */
export const endOfText = ({ purpose, method }: Pick<Asking, 'purpose' | 'method'>, ofFiling: readonly Asking[]): Date | null => {
  const last = Math.max(...ofFiling.filter((other) => other.acceptedAt !== null && other.purpose === purpose && other.method === method).map(endOfVersion));
  return Number.isFinite(last) ? new Date(last) : null;
};
