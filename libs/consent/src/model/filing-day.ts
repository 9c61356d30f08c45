import { Refusal, type FilingState } from '@inkproof/contract';
import { addDays, dayStart, type Day } from '@inkproof/kernel';
import type { FilingEvent, FilingVersion } from './filing.js';
import { beginsAt, givenWay, inForceAt, type Dated } from './in-force.js';

/** A day of Asia/Shanghai, as far as it has come: its first instant, and the first that does not belong to it. */
export interface FilingDay {
  day: Day;
  from: Date;
  until: Date;
}

export const filingDay = (day: Day, now: Date): FilingDay => {
  const [from, over] = [dayStart(day), dayStart(addDays(day, 1))];
  if (from > now) throw new Refusal('request.invalid', 'The day has not begun in Asia/Shanghai.', { errors: [{ field: 'on', message: 'must not lie in the future' }] });
  return { day, from, until: over < now ? over : now };
};

const stateAfter: Partial<Record<FilingEvent['kind'], FilingState>> = { submitted: 'submitted', correction_requested: 'correction', accepted: 'accepted', refused: 'refused', superseded: 'superseded', withdrawn: 'withdrawn' };

/** The state that the last of some events left a version in, or `draft` where it was not handed in yet. */
export const stateAfterAll = (events: readonly Pick<FilingEvent, 'kind'>[]): FilingState => events.map(({ kind }) => stateAfter[kind]).findLast((state) => state !== undefined) ?? 'draft';

/** A version with what happened to it. */
interface Told {
  version: FilingVersion;
  events: FilingEvent[];
}

/**
 * Versions that were handed in before an instant, as they stood then: nothing that came later is said of them, and what had
 * given way by then is shown so, whenever that was written down.
 */
export const asOf = <View extends Told>(views: readonly View[], until: Date): View[] => {
  const then = (at: Date | null): Date | null => (at !== null && at < until ? at : null);
  const known = views.flatMap((view): View[] => {
    const { version } = view;
    const submittedAt = then(version.submittedAt);
    if (submittedAt === null) return [];
    const events = view.events.filter(({ at }) => at < until);
    const [state, endedAt, reviewedAt] = [stateAfterAll(events), then(version.endedAt), then(version.reviewedAt)];
    return [{ ...view, events, version: { ...version, state: state === 'accepted' && endedAt ? 'superseded' : state, submittedAt, reviewedAt, reviewedBy: reviewedAt && version.reviewedBy, acceptedAt: then(version.acceptedAt), endedAt } }];
  });
  const gaveWay = new Map(givenWay(known.map(({ version }) => version), lastInstantBefore(until)).map(({ version, at }) => [version.id, at]));
  return known.map((view) => ({ ...view, version: { ...view.version, ...(gaveWay.has(view.version.id) && { state: 'superseded' as const, endedAt: gaveWay.get(view.version.id)! }) } }));
};

const lastInstantBefore = (at: Date): Date => new Date(at.getTime() - 1);

/** Versions that were in force at some moment of a day: at its first, or at one in which another took over. An instant belongs to what begins in it. */
export const inForceOn = <Version extends Dated>(versions: readonly Version[], { from, until }: Pick<FilingDay, 'from' | 'until'>): Version[] => {
  const changes = versions.flatMap((version) => [beginsAt(version), version.endedAt]).filter((at) => at !== null && at > from && at < until) as Date[];
  const inForce = new Set([from, ...changes].map((at) => inForceAt(versions, at)));
  return versions.filter((version) => inForce.has(version));
};
