import { dayStart, type Day } from '@inkproof/kernel';
import type { FilingState } from '@inkproof/contract';

/** What of a version decides when it is in force. */
export interface Dated {
  number: number;
  state: FilingState;
  acceptedAt: Date | null;
  /** Days of Asia/Shanghai. */
  effectiveOn: Day | null;
  endedAt: Date | null;
}

/** From when an accepted version is in force, if nothing else happens: from its acceptance, or from the beginning of its day, when that is later. */
export const beginsAt = ({ acceptedAt, effectiveOn }: Dated): Date | null => {
  const day = effectiveOn && dayStart(effectiveOn);
  return acceptedAt && (day && day > acceptedAt ? day : acceptedAt);
};

const hasBegun = (version: Dated, at: Date): boolean => (beginsAt(version) ?? Infinity) <= at;
const isLater = (one: Dated, other: Dated): boolean => one.number > other.number;

/** The newest of the accepted versions whose day has begun, as of any instant: what was superseded was in force until then. */
export const inForceAt = <Version extends Dated>(versions: readonly Version[], at: Date): Version | undefined =>
  versions.filter((version) => hasBegun(version, at) && (version.endedAt === null || at < version.endedAt)).reduce<Version | undefined>((newest, version) => (newest && isLater(newest, version) ? newest : version), undefined);

/** The accepted versions whose day is still to come, the next one first. */
export const waitingAt = <Version extends Dated>(versions: readonly Version[], at: Date): Version[] =>
  versions.filter((version) => version.state === 'accepted' && !hasBegun(version, at)).sort((one, other) => Number(beginsAt(one)) - Number(beginsAt(other)) || other.number - one.number);

/** One version that gave way to a later one, and when. */
export interface GaveWay<Version> {
  version: Version;
  successor: Version;
  at: Date;
}

/** Which accepted versions have given way by an instant: each in the moment in which the first later one begins, one that still waits for its own day too. */
export const givenWay = <Version extends Dated>(versions: readonly Version[], now: Date): GaveWay<Version>[] => {
  const accepted = versions.filter(({ state }) => state === 'accepted');
  return accepted.flatMap((version) => {
    const [successor] = accepted.filter((other) => isLater(other, version) && hasBegun(other, now)).sort((one, other) => Number(beginsAt(one)) - Number(beginsAt(other)) || one.number - other.number);
    return successor ? [{ version, successor, at: beginsAt(successor)! }] : [];
  });
};
