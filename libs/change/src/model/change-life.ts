import { DOOR_DAYS, Refusal, URGENT_HOURS, URGENT_WARNED_AT, type ChangeEventKind, type ChangeSide, type ChangeState, type ChangeUrgency } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';

const URGENT_MS = URGENT_HOURS * 3_600_000;

/** One thing that happened to a notice, as its clocks see it. Moments are milliseconds since 1970. */
export interface Happened {
  at: number;
  kind: ChangeEventKind;
  side: ChangeSide;
}

/** What was fixed when it was filed. */
export interface Filed {
  urgency: ChangeUrgency;
  /** Of a planned one. */
  effectiveAt: number | null;
  /** Asked to take effect before its five working days have passed. */
  asksWaiver: boolean;
}

/** Where a notice stands after everything that happened so far. */
export interface ChangeStanding extends Filed {
  state: ChangeState;
  filedAt: number;
  /** The end of the clock that runs: 24 hours of an urgent one, the days in which a due one may be made. Null while none does. */
  dueBy: number | null;
  /** Of an urgent one four fifths of its 24 hours have passed, and both sides were told so. */
  warned: boolean;
  /** An urgent one was not over when its 24 hours were. Once true it stays so. */
  overdue: boolean;
}

/** What each kind may follow. What is not here cannot happen. */
const from: Record<Exclude<ChangeEventKind, 'filed'>, Record<ChangeUrgency, readonly ChangeState[]>> = {
  accepted: { planned: ['filed'], urgent: [] },
  refused: { planned: ['filed'], urgent: ['filed'] },
  acknowledged: { planned: [], urgent: ['filed'] },
  came_due: { planned: ['accepted'], urgent: [] },
  applied: { planned: ['due'], urgent: ['acknowledged'] },
  failed: { planned: ['due'], urgent: ['acknowledged'] },
  confirmed: { planned: [], urgent: ['applied'] },
  rolled_back: { planned: [], urgent: ['applied'] },
  withdrawn: { planned: ['filed', 'accepted', 'due'], urgent: ['filed', 'acknowledged'] },
  lapsed: { planned: ['filed', 'due'], urgent: [] },
  nearly_over: { planned: [], urgent: ['filed', 'acknowledged', 'applied'] },
  overdue: { planned: [], urgent: ['filed', 'acknowledged', 'applied'] },
};

const becomes: Record<Exclude<ChangeEventKind, 'filed' | 'failed' | 'nearly_over' | 'overdue'>, ChangeState> = { accepted: 'accepted', refused: 'refused', acknowledged: 'acknowledged', came_due: 'due', applied: 'applied', confirmed: 'confirmed', rolled_back: 'rolled_back', withdrawn: 'withdrawn', lapsed: 'lapsed' };

export const isOver = ({ urgency, state }: Pick<ChangeStanding, 'urgency' | 'state'>): boolean => ['refused', 'confirmed', 'rolled_back', 'withdrawn', 'lapsed'].includes(state) || (urgency === 'planned' && state === 'applied');

/** States in which the tenant may make the change by its own hand. */
export const isDoorOpen = ({ state }: Pick<ChangeStanding, 'state'>): boolean => state === 'due' || state === 'acknowledged';

export const filed = (filing: Filed, at: number): ChangeStanding => ({ ...filing, state: 'filed', filedAt: at, dueBy: filing.urgency === 'urgent' ? at + URGENT_MS : null, warned: false, overdue: false });

export const mayHappen = ({ urgency, state }: ChangeStanding, kind: Exclude<ChangeEventKind, 'filed'>): boolean => from[kind][urgency].includes(state);

/** One step of the fold. */
export const after = (standing: ChangeStanding, { at, kind }: Happened): ChangeStanding => {
  if (kind === 'filed') throw new Refusal('change.not_now', 'A notice is filed once.');
  if (!mayHappen(standing, kind)) throw new Refusal('change.not_now', `The notice is ${standing.state}; that cannot be done with it now.`);
  if (kind === 'failed') return standing;
  if (kind === 'nearly_over') return { ...standing, warned: true };
  if (kind === 'overdue') return { ...standing, overdue: true };
  const next = { ...standing, state: becomes[kind] };
  if (isOver(next)) return { ...next, dueBy: null };
  return kind === 'came_due' ? { ...next, dueBy: at + DOOR_DAYS * DAY_MS } : next;
};

/** All that happened, from the filing on. */
export const fold = (filing: Filed, events: readonly Happened[]): ChangeStanding => events.slice(1).reduce(after, filed(filing, events[0]!.at));

const warnedAt = ({ filedAt }: ChangeStanding): number => filedAt + URGENT_WARNED_AT * URGENT_MS;

/** What happens by itself at that moment, first things first; undefined while nothing does. */
export const happensBy = (standing: ChangeStanding, now: number): 'accepted' | 'came_due' | 'lapsed' | 'nearly_over' | 'overdue' | undefined => {
  const { urgency, state, effectiveAt, asksWaiver, dueBy, warned, overdue } = standing;
  if (isOver(standing)) return undefined;
  // Whoever looks after the end says that it has ended, and not that it will.
  if (urgency === 'urgent') return overdue ? undefined : dueBy! <= now ? 'overdue' : !warned && warnedAt(standing) <= now ? 'nearly_over' : undefined;
  // Notice was given in time and nobody answered: the agreement asks for notice, not for leave. Giving up the days needs a word.
  if (state === 'filed' && effectiveAt! <= now) return asksWaiver ? 'lapsed' : 'accepted';
  if (state === 'accepted' && effectiveAt! <= now) return 'came_due';
  return state === 'due' && dueBy! <= now ? 'lapsed' : undefined;
};

/** When something may happen by itself next; null when never. */
export const nextLook = (standing: ChangeStanding): number | null => {
  if (isOver(standing)) return null;
  if (standing.urgency === 'urgent') return standing.overdue ? null : standing.warned ? standing.dueBy : warnedAt(standing);
  return standing.state === 'due' ? standing.dueBy : standing.effectiveAt;
};
