import type { TicketClock, TicketEventKind, TicketPriority, TicketSide, TicketState } from '@inkproof/contract';
import { idleClock, pause, rest, retarget, start, type Clock } from './clock.js';
import { targetsMs } from './targets.js';

/** What the clocks ask of an event. `at` is in milliseconds since 1970. */
export interface Happened {
  at: number;
  kind: TicketEventKind;
  side: TicketSide;
  /** The state it led to. */
  state?: TicketState | null;
  priority?: TicketPriority | null;
  clock?: TicketClock | null;
  percent?: number | null;
}

/** Where a ticket stands after everything that happened so far. */
export interface Standing {
  state: TicketState;
  priority: TicketPriority;
  openedAt: number;
  clocks: Record<TicketClock, Clock>;
  /** Whether it was cried out that nobody has taken it. */
  unassignedTold: boolean;
}

/** The provider owes something. Only the tenant's turn stops a clock: putting a ticket aside does not. */
const isOwed = (state: TicketState): boolean => state !== 'waiting_tenant' && !isOver(state);
const isOver = (state: TicketState): boolean => state === 'resolved' || state === 'closed';

const begin = ({ at, priority }: Happened): Standing => {
  const targets = targetsMs[priority ?? 'p3'];
  return {
    state: 'new',
    priority: priority ?? 'p3',
    openedAt: at,
    clocks: { first: start(idleClock(targets.first), at), next: idleClock(targets.next), resolution: start(idleClock(targets.resolution), at) },
    unassignedTold: false,
  };
};

/** The first answer is met once, by whatever words of the provider, late or not. */
const answered = (clocks: Standing['clocks'], at: number): Standing['clocks'] => ({
  ...clocks,
  first: clocks.first.metAt === null ? { ...pause(clocks.first, at), metAt: at } : clocks.first,
  // The next word is owed anew from each answer on.
  next: rest(clocks.next, at),
});

/** What was resolved is owed again, under the target of what its priority is by now. */
const owedAgain = (clock: Clock, targetMs: number, at: number): Clock => ({ ...(clock.metAt === null || clock.targetMs === targetMs ? clock : retarget(clock, targetMs, at)), metAt: null });

const moved = (clocks: Standing['clocks'], state: TicketState, priority: TicketPriority, at: number): Standing['clocks'] => {
  const { first, next } = clocks;
  const resolution = isOver(state) ? { ...clocks.resolution, metAt: clocks.resolution.metAt ?? at } : owedAgain(clocks.resolution, targetsMs[priority].resolution, at);
  if (!isOwed(state)) return { first: pause(first, at), next: rest(next, at), resolution: pause(resolution, at) };
  return {
    first: first.metAt === null ? start(first, at) : first,
    // Before the first answer no second is owed.
    next: first.metAt === null ? next : start(next, at),
    resolution: start(resolution, at),
  };
};

const warned = (standing: Standing, { clock, percent }: Happened): Standing =>
  clock ? { ...standing, clocks: { ...standing.clocks, [clock]: { ...standing.clocks[clock], toldPercent: Math.max(standing.clocks[clock].toldPercent, percent ?? 0) } } } : standing;

const prioritised = (standing: Standing, priority: TicketPriority, at: number): Standing => {
  const { first, next, resolution } = standing.clocks;
  const targets = targetsMs[priority];
  // What was met was met under the target of its time.
  const ended = (clock: Clock, targetMs: number): Clock => (clock.metAt === null ? retarget(clock, targetMs, at) : clock);
  return { ...standing, priority, clocks: { first: ended(first, targets.first), next: retarget(next, targets.next, at), resolution: ended(resolution, targets.resolution) } };
};

/** One step of the fold. An answer and the state it leads to are one event, so neither can undo the other. */
export const after = (standing: Standing | null, happened: Happened): Standing => {
  if (standing === null) return begin(happened);
  const { at } = happened;
  if (happened.kind === 'warned') return warned(standing, happened);
  if (happened.kind === 'unassigned') return { ...standing, unassignedTold: true };
  if (happened.kind === 'priority_set') return prioritised(standing, happened.priority ?? standing.priority, at);
  const state = happened.state ?? standing.state;
  const isAnswer = happened.kind === 'replied' && happened.side === 'provider';
  if (!isAnswer && state === standing.state) return standing;
  return { ...standing, state, clocks: moved(isAnswer ? answered(standing.clocks, at) : standing.clocks, state, standing.priority, at) };
};

/** From everything that ever happened. The first must be the opening. */
export const standingOf = (events: readonly Happened[]): Standing => events.reduce<Standing | null>(after, null) as Standing;
