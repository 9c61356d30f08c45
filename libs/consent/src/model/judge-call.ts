import { Refusal, type FilingState, type PersonalCategory, type ReliedOn } from '@inkproof/contract';
import { addDays, dayStart, type Day, type Id } from '@inkproof/kernel';
import { scopeOf } from './authorisation.js';

/** The version of a text that a call names, as the store has it. */
export interface NamedText {
  id: Id<'flv'>;
  filingId: Id<'flg'>;
  number: number;
  state: FilingState;
  categories: PersonalCategory[];
  effectiveOn: Day | null;
  endsOn: Day | null;
  keepsDays: number | null;
}

/** The person's word that a call names. */
export interface NamedWord {
  id: Id<'aut'>;
  filingId: Id<'flg'>;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
  hasMaterial: boolean;
  /** Its own, narrower than its text's perhaps; empty for all of those. */
  categories: PersonalCategory[];
  categoriesOfText: PersonalCategory[];
  /** Whether the text it was given under asks for the same purpose by the same method. */
  asksTheSame: boolean;
}

/** What is known in the instant of judging. */
export interface GateFacts {
  now: Date;
  text: NamedText | undefined;
  word: NamedWord | undefined;
}

export interface Declared {
  authorization?: string | undefined;
  categories?: PersonalCategory[] | undefined;
}

/** What a call relies on from then on. */
export interface Reliance {
  filingId: Id<'flg'>;
  number: number;
  versionId: Id<'flv'>;
  authorisationId: Id<'aut'> | null;
  categories: PersonalCategory[];
  /** For how many days the text tells people that what was recognised is kept; null where it says nothing. */
  keepsDays: number | null;
}

/**
 * Whether a call may hold the personal information it declares. Throws the refusal of the first thing that stands against
 * it. An instant belongs to what begins in it: what expires at that very moment has expired.
 */
export const judgeCall = ({ authorization, categories: declared }: Declared, { now, text, word }: GateFacts): Reliance => {
  if (!text) throw new Refusal('consent.filing_not_found', 'personal_information.filing names no filing of yours.');
  judgeText(text, now);
  if (authorization === undefined) return { ...relying(text), authorisationId: null, categories: within(declared ?? text.categories, text.categories, 'consent.out_of_scope', 'the filing') };
  if (!word) throw new Refusal('consent.authorization_not_found', 'personal_information.authorization names no authorisation of yours.');
  judgeWord(word, text, now);
  const scope = scopeOf(word.categories, word.categoriesOfText);
  const both = text.categories.filter((category) => scope.includes(category));
  const asked = within(declared ?? both, text.categories, 'consent.out_of_scope', 'the filing');
  return { ...relying(text), authorisationId: word.id, categories: within(asked, scope, 'consent.authorization_out_of_scope', 'the authorisation') };
};

const relying = ({ id, filingId, number, keepsDays }: NamedText): Pick<Reliance, 'filingId' | 'number' | 'versionId' | 'keepsDays'> => ({ filingId, number, versionId: id, keepsDays });

const judgeText = ({ state, effectiveOn, endsOn }: NamedText, now: Date): void => {
  if (state === 'superseded') throw new Refusal('consent.superseded', 'A later version has taken its place. Name the filing (flg_…), which stands for the version in force.');
  if (state === 'withdrawn') throw new Refusal('consent.withdrawn');
  if (state !== 'accepted') throw new Refusal('consent.not_accepted', `The latest version is ${state}.`);
  if (effectiveOn && now < dayStart(effectiveOn)) throw new Refusal('consent.not_yet_effective', `The text is used from ${effectiveOn} on, in Asia/Shanghai.`);
  if (endsOn && now >= dayStart(addDays(endsOn, 1))) throw new Refusal('consent.expired', `The last day on which the text was used is ${endsOn}, in Asia/Shanghai.`);
};

const judgeWord = ({ filingId, withdrawnAt, expiresAt, hasMaterial, asksTheSame }: NamedWord, text: NamedText, now: Date): void => {
  if (filingId !== text.filingId) throw new Refusal('consent.authorization_other_filing', `It was given under ${filingId}.`);
  // Nobody withdraws in the future: where the moment lies ahead, the clock of a node is.
  if (withdrawnAt) throw new Refusal('consent.authorization_withdrawn', `It was withdrawn at ${withdrawnAt.toISOString()}.`);
  if (expiresAt && expiresAt <= now) throw new Refusal('consent.authorization_expired', `It expired at ${expiresAt.toISOString()}.`);
  if (!hasMaterial) throw new Refusal('consent.authorization_without_material', 'The vault is to keep its material and has none yet.');
  if (!asksTheSame) throw new Refusal('consent.authorization_superseded', 'The version in force has another purpose or method than the one the person agreed to. Ask them again.');
};

const within = (asked: readonly PersonalCategory[], scope: readonly PersonalCategory[], code: 'consent.out_of_scope' | 'consent.authorization_out_of_scope', whose: string): PersonalCategory[] => {
  const missing = asked.filter((category) => !scope.includes(category));
  if (missing.length === 0) return [...asked];
  throw new Refusal(code, `Not within ${whose}: ${missing.join(', ')}.`, { errors: missing.map((category) => ({ field: 'personal_information.categories', message: `${whose} does not name ${category}` })) });
};

/** As an answer says it. */
export const showReliance = ({ filingId, number, versionId, authorisationId, categories }: Omit<Reliance, 'keepsDays'>): ReliedOn => ({ filing: filingId, version: number, version_id: versionId, authorization: authorisationId, categories });
