import type { InspectionFlag } from '@inkproof/contract';

const HOUR_MS = 3_600_000;
/** A commitment belongs to the hour of the word it is about. A night's or a weekend's batch is no reason to ask. */
const POSTED_WITHIN_MS = 72 * HOUR_MS;

export interface Drawn {
  custody: 'commitment' | 'vault';
  commitment: Uint8Array | null;
  givenAt: Date;
  postedAt: Date;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
  lastReliedAt: Date | null;
}

export interface Shown {
  salt: Uint8Array | null;
  computed: Uint8Array | null;
  unable: string | null;
  files: readonly { kind: string }[];
}

export type Missing = 'original' | 'salt' | 'evidence';

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Whether salt and original give the commitment. Null until both are there, and for what lies in the vault. */
export const matchesOf = ({ custody, commitment }: Drawn, { computed }: Pick<Shown, 'computed'>): boolean | null => (custody === 'vault' || commitment === null || computed === null ? null : same(commitment, computed));

/** What an answer still lacks; nothing once the tenant says why it cannot show it. What lies in the vault is there already. */
export const missingOf = ({ custody }: Drawn, { salt, unable, files }: Omit<Shown, 'computed'>): Missing[] => {
  if (unable !== null) return [];
  const has = (...kinds: string[]): boolean => files.some(({ kind }) => kinds.includes(kind));
  const missing: [Missing, boolean][] = [
    ['original', custody === 'commitment' && !has('original')],
    ['salt', custody === 'commitment' && salt === null],
    ['evidence', !has('page_screenshot', 'contract')],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([what]) => what);
};

/** What anybody can see without reading the original. */
export const flagsOf = (drawn: Drawn, shown: Pick<Shown, 'computed'>, drawnAt: Date): InspectionFlag[] => {
  const { givenAt, postedAt, lastReliedAt, withdrawnAt, expiresAt } = drawn;
  const flags: [InspectionFlag, boolean][] = [
    ['commitment_mismatch', matchesOf(drawn, shown) === false],
    ['posted_late', postedAt.getTime() - givenAt.getTime() > POSTED_WITHIN_MS],
    ['posted_after_use', lastReliedAt !== null && lastReliedAt < postedAt],
    ['withdrawn', withdrawnAt !== null && withdrawnAt <= drawnAt],
    ['expired', expiresAt !== null && expiresAt <= drawnAt],
  ];
  return flags.filter(([, isRaised]) => isRaised).map(([flag]) => flag);
};
