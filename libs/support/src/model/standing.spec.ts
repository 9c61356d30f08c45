import { stateAfterReply, ticketPriorities, type TicketState } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { dueAt, isMissedAt, spentAt } from './clock.js';
import { marksAt, nextLook } from './look.js';
import { after, standingOf, type Happened, type Standing } from './standing.js';
import { afterTenantWrote } from './ticket-life.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const T = Date.UTC(2027, 1, 26, 16);

const opened = (priority: Happened['priority'] = 'p2'): Happened => ({ at: T, kind: 'opened', side: 'tenant', priority });
const answer = (minutes: number, state: TicketState = 'open'): Happened => ({ at: T + minutes * MINUTE, kind: 'replied', side: 'provider', state });
const asked = (minutes: number, state: TicketState | null = null): Happened => ({ at: T + minutes * MINUTE, kind: 'replied', side: 'tenant', state });
const priority = (minutes: number, to: Happened['priority']): Happened => ({ at: T + minutes * MINUTE, kind: 'priority_set', side: 'provider', priority: to });
const at = (minutes: number): number => T + minutes * MINUTE;

describe('clocks of a ticket', () => {
  it('run from the opening on, and nothing but the answer meets the first', () => {
    const { clocks } = standingOf([opened()]);
    expect(dueAt(clocks.first)).toBe(T + HOUR);
    expect(dueAt(clocks.resolution)).toBe(T + 8 * HOUR);
    expect(clocks.next.since).toBeNull();
  });

  it('owe no second word before the first was said, however often the tenant writes (Zammad 5177)', () => {
    const { clocks } = standingOf([opened(), asked(10), asked(50)]);
    expect(clocks.next.since).toBeNull();
    expect(dueAt(clocks.first)).toBe(T + HOUR);
  });

  it('stop warning once somebody has answered (Zammad 3140)', () => {
    const standing = standingOf([opened(), answer(8, 'waiting_tenant')]);
    expect(marksAt(standing, at(3 * 24 * 60))).toEqual([]);
    expect(nextLook(standing, true)).toBeNull();
  });

  it('count an answer that asks back at once as the first answer (Zammad 3551, FreeScout 2074)', () => {
    const { clocks, state } = standingOf([opened(), answer(20, 'waiting_tenant')]);
    expect([clocks.first.metAt, clocks.first.missed, state]).toEqual([at(20), false, 'waiting_tenant']);
  });

  it('count an answer that resolves at once as the first answer and the resolution', () => {
    const { clocks } = standingOf([opened(), answer(20, 'resolved')]);
    expect([clocks.first.metAt, clocks.resolution.metAt]).toEqual([at(20), at(20)]);
  });

  it('keep a late first answer as a miss for good (Chatwoot 13392)', () => {
    const events = [opened(), answer(61), asked(62), answer(63, 'resolved')];
    expect(standingOf(events).clocks.first.missed).toBe(true);
    expect(standingOf([...events, priority(64, 'p4')]).clocks.first.missed).toBe(true);
  });

  it('know what was late before the priority was lowered', () => {
    expect(standingOf([opened('p1'), priority(20, 'p4')]).clocks.first.missed).toBe(true);
    expect(standingOf([opened('p1'), priority(10, 'p4')]).clocks.first.missed).toBe(false);
  });

  it('are due anew as soon as the priority is set, counted from the opening (Zammad 2082)', () => {
    const { clocks } = standingOf([opened('p4'), priority(10, 'p1')]);
    expect(dueAt(clocks.first)).toBe(T + 15 * MINUTE);
    expect(dueAt(clocks.resolution)).toBe(T + 4 * HOUR);
  });

  it('judge a first answer under the target of its time', () => {
    expect(standingOf([opened('p4'), answer(60), priority(61, 'p1')]).clocks.first.missed).toBe(false);
  });

  it('owe the next word from each answer on, and not from each question', () => {
    const { clocks } = standingOf([opened(), answer(8), asked(30), asked(40)]);
    expect(dueAt(clocks.next)).toBe(at(68));
    expect(dueAt(standingOf([opened(), answer(8), asked(30), answer(50)]).clocks.next)).toBe(at(110));
  });

  it('remember that a word came late after it was said', () => {
    const { clocks } = standingOf([opened(), answer(8), answer(90)]);
    expect(clocks.next.missed).toBe(true);
    expect(spentAt(clocks.next, at(90))).toBe(0);
  });

  it('owe nothing more once it is resolved (Chatwoot 10178)', () => {
    const { clocks } = standingOf([opened(), answer(8), answer(20, 'resolved')]);
    expect([clocks.next.since, clocks.resolution.since]).toEqual([null, null]);
    expect(isMissedAt(clocks.next, at(10_000))).toBe(false);
  });

  it('stand while the tenant is waited for, and go on where they stood', () => {
    const waiting = standingOf([opened(), answer(60, 'waiting_tenant')]);
    expect(spentAt(waiting.clocks.resolution, at(5_000))).toBe(HOUR);
    const again = after(waiting, asked(5_000, 'open'));
    expect(dueAt(again.clocks.resolution)).toBe(at(5_000) + 7 * HOUR);
    expect(dueAt(again.clocks.next)).toBe(at(5_000) + HOUR);
  });

  it('are not stopped by putting a ticket aside', () => {
    for (const state of ['on_hold', 'waiting_provider'] as const) expect(dueAt(standingOf([opened(), answer(10, state)]).clocks.resolution)).toBe(T + 8 * HOUR);
  });

  it('go on when it is taken up again, with the time spent before', () => {
    const { clocks } = standingOf([opened(), answer(60, 'resolved'), asked(500, 'open')]);
    expect(clocks.resolution.metAt).toBeNull();
    expect(dueAt(clocks.resolution)).toBe(at(500) + 7 * HOUR);
  });

  it('run under what its priority was made while it was resolved, once it is taken up again', () => {
    const graver = [opened('p3'), answer(300, 'resolved'), priority(310, 'p1')];
    expect(standingOf(graver).clocks.resolution).toMatchObject({ targetMs: 3 * DAY, metAt: at(300), missed: false });
    const again = standingOf([...graver, asked(320, 'open')]);
    expect(again.clocks.resolution).toMatchObject({ targetMs: 4 * HOUR, metAt: null });
    expect(isMissedAt(again.clocks.resolution, at(320))).toBe(true);
    expect(dueAt(standingOf([opened('p2'), answer(60, 'resolved'), priority(70, 'p3'), asked(500, 'open')]).clocks.resolution)).toBe(at(500) + 3 * DAY - HOUR);
  });

  it('do not tell twice of a time that was told of before it was resolved, unless the priority changed meanwhile', () => {
    const told = [opened('p1'), { at: at(130), kind: 'warned', side: 'system', clock: 'resolution', percent: 50 } as const, answer(131, 'resolved')];
    expect(standingOf([...told, asked(140, 'open')]).clocks.resolution.toldPercent).toBe(50);
    expect(standingOf([...told, priority(135, 'p2'), asked(140, 'open')]).clocks.resolution.toldPercent).toBe(0);
  });

  it('do not move the resolution when something is added to what was resolved', () => {
    expect(standingOf([opened(), answer(60, 'resolved'), answer(90, 'resolved'), { at: at(95), kind: 'rated', side: 'tenant' }]).clocks.resolution.metAt).toBe(at(60));
  });

  it('are always there, for whatever priority (Zammad 4516)', () => {
    for (const one of ticketPriorities) for (const clock of Object.values(standingOf([opened(one)]).clocks)) expect(clock.targetMs).toBeGreaterThan(0);
  });

  it('count nights, weekends, leap days and changes of summer time as any other hour (Zammad 390 and 4432)', () => {
    const leap = standingOf([{ ...opened('p3'), at: Date.UTC(2028, 1, 28, 12) }]);
    expect(dueAt(leap.clocks.resolution)).toBe(Date.UTC(2028, 2, 2, 12));
    const summer = standingOf([{ ...opened('p4'), at: Date.UTC(2027, 2, 27, 12) }]);
    expect(dueAt(summer.clocks.first)! - Date.UTC(2027, 2, 27, 12)).toBe(DAY);
  });

  it('warn at half, four fifths and all of the time, each once', () => {
    let standing = standingOf([opened('p1')]);
    const told: string[] = [];
    for (let minute = 0; minute <= 300; minute++)
      for (const { clock, percent } of marksAt(standing, at(minute))) {
        told.push(`${minute} ${clock} ${percent}`);
        standing = after(standing, { at: at(minute), kind: 'warned', side: 'system', clock, percent });
      }
    expect(told).toEqual(['8 first 50', '12 first 80', '15 first 100', '120 resolution 50', '192 resolution 80', '240 resolution 100']);
    expect(nextLook(standing, true)).toBeNull();
  });

  it('cry out when a ticket of the gravest kind was taken by nobody (Chatwoot 6889)', () => {
    expect(nextLook(standingOf([opened('p1')]), false)).toBe(T + 5 * MINUTE);
    expect(nextLook(standingOf([opened('p1')]), true)).toBe(T + 7.5 * MINUTE);
  });
});

describe('the fold', () => {
  const SEQUENCES = 100_000;
  let seed = 20_270_226;
  const dice = (sides: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % sides;
  const oneOf = <Item>(items: readonly Item[]): Item => items[dice(items.length)]!;

  const next = (standing: Standing, moment: number): Happened => {
    const kind = oneOf(['answer', 'asked', 'asked', 'set', 'priority', 'warned', 'rated'] as const);
    if (kind === 'answer') return { at: moment, kind: 'replied', side: 'provider', state: oneOf(stateAfterReply) };
    if (kind === 'asked') return { at: moment, kind: 'replied', side: 'tenant', state: afterTenantWrote(standing.state) };
    if (kind === 'set') return { at: moment, kind: 'state_set', side: 'provider', state: oneOf(['open', 'on_hold', 'closed'] as const) };
    if (kind === 'priority') return { at: moment, kind: 'priority_set', side: 'provider', priority: oneOf(ticketPriorities) };
    if (kind === 'warned') return { at: moment, kind: 'warned', side: 'system', clock: 'resolution', percent: 50 };
    return { at: moment, kind: 'rated', side: 'tenant' };
  };

  /** Counted another way: every span between two events in which the provider owed something. */
  const owedMs = (events: readonly Happened[], until: number): number => {
    let [state, spent] = ['new' as TicketState, 0];
    events.forEach((event, i) => {
      state = event.state ?? state;
      if (!['waiting_tenant', 'resolved', 'closed'].includes(state)) spent += (events[i + 1]?.at ?? until) - event.at;
    });
    return spent;
  };

  it(`gives from the start what was stored step by step, and what another way of counting gives, over ${SEQUENCES.toLocaleString('en')} sequences`, () => {
    for (let i = 0; i < SEQUENCES; i++) {
      let moment = T;
      const events: Happened[] = [opened(oneOf(ticketPriorities))];
      let step = after(null, events[0]!);
      for (let steps = dice(9); steps > 0; steps--) {
        moment += dice(4) * 17 * MINUTE;
        const event = next(step, moment);
        events.push(event);
        step = after(step, event);
      }
      const stored = JSON.stringify(step);
      const whole = standingOf(JSON.parse(JSON.stringify(events)) as Happened[]);
      if (JSON.stringify(whole) !== stored) expect(whole, JSON.stringify(events)).toEqual(JSON.parse(stored));
      const spent = spentAt(whole.clocks.resolution, moment + HOUR);
      if (spent !== owedMs(events, moment + HOUR)) expect(spent, JSON.stringify(events)).toBe(owedMs(events, moment + HOUR));
    }
  });
});
