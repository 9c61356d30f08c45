import { ticketPriorities, type TicketClock } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts, figuresOf, percentile, recordAfter, shareOf, waitsOf, type FigureEvent, type TicketRecord } from './figures.js';
import { targetsMs } from './targets.js';

const MINUTE = 60_000;
const T = Date.UTC(2027, 1, 26, 16);
const recordOf = (events: readonly FigureEvent[]): TicketRecord => events.reduce<TicketRecord | null>(recordAfter, null) as TicketRecord;
const opened = (priority: FigureEvent['priority'] = 'p1'): FigureEvent => ({ at: T, kind: 'opened', side: 'tenant', priority });
const answer = (minute: number, state: FigureEvent['state'] = 'open'): FigureEvent => ({ at: T + minute * MINUTE, kind: 'replied', side: 'provider', state });
const asked = (minute: number, state: FigureEvent['state'] = 'open'): FigureEvent => ({ at: T + minute * MINUTE, kind: 'replied', side: 'tenant', state });
const at = (minute: number): number => T + minute * MINUTE;

const priority = fc.constantFrom(...ticketPriorities);
const step: fc.Arbitrary<{ gap: number; event: Omit<FigureEvent, 'at'> }> = fc.record({
  gap: fc.integer({ min: 0, max: 45 }),
  event: fc.oneof(
    fc.constantFrom('open', 'waiting_tenant', 'on_hold', 'resolved').map((state) => ({ kind: 'replied', side: 'provider', state }) as const),
    fc.constant({ kind: 'replied', side: 'tenant', state: 'open' } as const),
    fc.constantFrom('resolved', 'open').map((state) => ({ kind: 'state_set', side: 'tenant', state }) as const),
    priority.map((one) => ({ kind: 'priority_set', side: 'provider', priority: one }) as const),
    fc.integer({ min: 1, max: 5 }).map((rating) => ({ kind: 'rated', side: 'tenant', rating }) as const),
  ),
});
const history = fc.tuple(priority, fc.array(step, { maxLength: 14 })).map(([first, steps]) => {
  let moment = T;
  return [opened(first), ...steps.map(({ gap, event }): FigureEvent => ({ ...event, at: (moment += gap * MINUTE) }))];
});

/** From scratch and another way: minute by minute, with a stopwatch for each clock. */
const walked = (events: readonly FigureEvent[], until: number) => {
  const watch = { first: 0, next: 0, resolution: 0 };
  const late = { first: false, next: false, resolution: false };
  const done = { first: false, resolution: false };
  const waits: { spentMs: number | null; isLate: boolean }[] = [];
  const target = { ...targetsMs[events[0]!.priority!] };
  let grade = events[0]!.priority!;
  let [state, isNextOwed, wasResolved, wasReopened, rating] = ['new', false, false, false, null as number | null];
  const isSolved = () => state === 'resolved';
  const isOurs = () => !isSolved() && state !== 'waiting_tenant';
  const running = (clock: TicketClock) => (clock === 'next' ? isNextOwed : isOurs() && !(clock === 'first' && done.first));
  const isAwaited = (clock: TicketClock) => (clock === 'next' ? isNextOwed : !done[clock]);
  const look = () => (['first', 'next', 'resolution'] as const).forEach((clock) => (late[clock] ||= isAwaited(clock) && watch[clock] >= target[clock]));
  for (let minute = T, i = 1; minute <= until; minute += MINUTE) {
    for (; events[i]?.at === minute; i++) {
      look();
      const event = events[i]!;
      const isAnswer = event.kind === 'replied' && event.side === 'provider';
      // What was met was met under the target of its time.
      if (event.kind === 'priority_set') for (const clock of ['first', 'next', 'resolution'] as const) if (clock === 'next' || !done[clock]) target[clock] = targetsMs[event.priority!][clock];
      if (event.kind === 'priority_set') grade = event.priority!;
      rating = event.rating ?? rating;
      const before = { isSolved: isSolved(), state };
      state = event.state ?? state;
      if (!isAnswer && state === before.state) continue;
      if (isNextOwed && (isAnswer || !isOurs())) {
        if (isAnswer || late.next) waits.push({ spentMs: isAnswer ? watch.next : null, isLate: late.next });
        [watch.next, late.next, isNextOwed] = [0, false, false];
      }
      if (isAnswer) done.first = true;
      isNextOwed = done.first && isOurs();
      // What is owed again is owed under what its priority is by now.
      if (done.resolution && !isSolved()) target.resolution = targetsMs[grade].resolution;
      done.resolution = isSolved();
      wasResolved ||= isSolved();
      wasReopened ||= before.isSolved && !isSolved();
    }
    if (minute < until) for (const clock of ['first', 'next', 'resolution'] as const) if (running(clock)) watch[clock] += MINUTE;
  }
  look();
  const once = (clock: 'first' | 'resolution') => (done[clock] || late[clock] ? [{ spentMs: done[clock] ? watch[clock] : null, isLate: late[clock] }] : []);
  return { first: once('first'), next: late.next ? [...waits, { spentMs: null, isLate: true }] : waits, resolution: once('resolution'), wasResolved, wasReopened, rating };
};

describe('figures of a ticket', () => {
  it('are what a count from scratch gives, minute by minute, over any history', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 300 }), (events, beyond) => {
        const until = events.at(-1)!.at + beyond * MINUTE;
        const record = recordOf(events);
        const { wasResolved, wasReopened, rating } = record;
        expect({ first: waitsOf(record, 'first', until), next: waitsOf(record, 'next', until), resolution: waitsOf(record, 'resolution', until), wasResolved, wasReopened, rating }).toEqual(walked(events, until));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep a late first answer as a miss', () => {
    expect(waitsOf(recordOf([opened(), answer(16)]), 'first', at(20))).toEqual([{ spentMs: 16 * MINUTE, isLate: true }]);
  });

  it('judge every word after the first for itself', () => {
    expect(waitsOf(recordOf([opened(), answer(5), answer(50), answer(60)]), 'next', at(61))).toEqual([{ spentMs: 45 * MINUTE, isLate: true }, { spentMs: 10 * MINUTE, isLate: false }]);
  });

  it('leave out of both what is neither there nor over', () => {
    expect(waitsOf(recordOf([opened()]), 'first', at(14))).toEqual([]);
    expect(waitsOf(recordOf([opened()]), 'first', at(15))).toEqual([{ spentMs: null, isLate: true }]);
  });
});

describe('figures of many', () => {
  it('count older tickets in the backlog alone, and not what went on as another', () => {
    const older = recordOf([opened('p4')]);
    const merged = recordOf([{ ...opened(), at: at(60) }, { at: at(61), kind: 'merged', side: 'provider', state: 'closed' }]);
    const again = recordOf([{ ...opened(), at: at(60) }, answer(62, 'resolved'), asked(70), { at: at(71), kind: 'rated', side: 'tenant', rating: 4 }]);
    expect(figuresOf([older, merged, again].map((record) => shareOf(record, at(30), at(80))))).toMatchObject({ opened: 1, resolved: 1, reopened: 1, backlog: { count: 2, p50: 20 * MINUTE, p90: 80 * MINUTE }, ratings: { count: 1, mean: 4 }, clocks: { first: { met: 1, missed: 0, p50: 2 * MINUTE } } });
  });

  it('are of what was opened in the span, and of what was opened before it and still waits', () => {
    const solved = recordOf([opened(), answer(10, 'resolved')]);
    expect([counts(solved, at(0), at(1)), counts(solved, at(1), at(2)), counts(recordOf([opened()]), at(1), at(2)), counts(recordOf([opened()]), at(-2), at(0))]).toEqual([true, false, true, false]);
  });

  it('name the smallest value that so many percent do not exceed', () => {
    expect([percentile([], 50), percentile([7], 90), percentile([1, 2, 3, 4], 50), percentile([1, 2, 3, 4], 90)]).toEqual([null, 7, 2, 4]);
  });
});
