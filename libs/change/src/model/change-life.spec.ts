import { changeEventKinds, DOOR_DAYS, Refusal, URGENT_HOURS, type ChangeEventKind } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, filed, fold, happensBy, isDoorOpen, isOver, mayHappen, nextLook, type ChangeStanding, type Filed, type Happened } from './change-life.js';

const HOUR = 3_600_000;
const planned: Filed = { urgency: 'planned', effectiveAt: 100 * HOUR, asksWaiver: false };
const urgent: Filed = { urgency: 'urgent', effectiveAt: null, asksWaiver: false };
const happening = (...kinds: ChangeEventKind[]): Happened[] => kinds.map((kind, at) => ({ at: at * HOUR, kind, side: 'system' }));

describe('a planned change', () => {
  it.each<[string, ChangeEventKind[], ChangeStanding['state']]>([
    ['is filed, accepted, comes due and is applied', ['filed', 'accepted', 'came_due', 'applied'], 'applied'],
    ['may be refused', ['filed', 'refused'], 'refused'],
    ['may be taken back while nobody has made it', ['filed', 'accepted', 'came_due', 'withdrawn'], 'withdrawn'],
    ['may be made by hand after the platform failed at it', ['filed', 'accepted', 'came_due', 'failed', 'applied'], 'applied'],
    ['lapses when nobody makes it', ['filed', 'accepted', 'came_due', 'lapsed'], 'lapsed'],
  ])('%s', (_, kinds, state) => {
    expect(fold(planned, happening(...kinds))).toMatchObject({ state, overdue: false, dueBy: null });
  });

  it('in time and unanswered it stands at its instant, and not a millisecond before', () => {
    const standing = filed(planned, 0);
    expect(happensBy(standing, 100 * HOUR - 1)).toBeUndefined();
    expect(happensBy(standing, 100 * HOUR)).toBe('accepted');
  });

  it('that asked for a waiver and got no answer lapses', () => {
    expect(happensBy(filed({ ...planned, asksWaiver: true }, 0), 100 * HOUR)).toBe('lapsed');
  });

  it(`may be made for ${DOOR_DAYS} days from its instant on`, () => {
    const due = fold(planned, happening('filed', 'accepted', 'came_due'));
    expect(due.dueBy).toBe(2 * HOUR + DOOR_DAYS * 24 * HOUR);
    expect(isDoorOpen(due)).toBe(true);
    expect(happensBy(due, due.dueBy!)).toBe('lapsed');
  });
});

describe('an urgent change', () => {
  it(`has ${URGENT_HOURS} calendar hours from its filing, whoever takes how long for what`, () => {
    for (const kinds of [['filed'], ['filed', 'acknowledged'], ['filed', 'acknowledged', 'applied']] as ChangeEventKind[][]) {
      const standing = fold(urgent, happening(...kinds));
      expect(standing.dueBy).toBe(URGENT_HOURS * HOUR);
      expect(happensBy(standing, URGENT_HOURS * HOUR)).toBe('overdue');
    }
  });

  it('is warned of once, when four fifths of them have passed, and not when all have', () => {
    const standing = filed(urgent, 0);
    const at = 19.2 * HOUR;
    expect([happensBy(standing, at - 1), happensBy(standing, at), nextLook(standing)]).toEqual([undefined, 'nearly_over', at]);
    const warned = fold(urgent, happening('filed', 'nearly_over'));
    expect(warned).toMatchObject({ state: 'filed', warned: true, overdue: false });
    expect([happensBy(warned, URGENT_HOURS * HOUR - 1), nextLook(warned)]).toEqual([undefined, URGENT_HOURS * HOUR]);
    expect(happensBy(filed(urgent, 0), 100 * HOUR)).toBe('overdue');
    expect(happensBy(fold(urgent, happening('filed', 'overdue')), 100 * HOUR)).toBeUndefined();
  });

  it('is overdue once, stays so, and can still be brought to its end', () => {
    const late = fold(urgent, happening('filed', 'acknowledged', 'overdue'));
    expect(happensBy(late, 1_000 * HOUR)).toBeUndefined();
    expect(fold(urgent, happening('filed', 'acknowledged', 'overdue', 'applied', 'confirmed'))).toMatchObject({ state: 'confirmed', overdue: true, dueBy: null });
    expect(fold(urgent, happening('filed', 'acknowledged', 'applied', 'overdue', 'rolled_back'))).toMatchObject({ state: 'rolled_back', overdue: true });
  });

  it('is not made before the provider has acknowledged it', () => {
    expect(isDoorOpen(filed(urgent, 0))).toBe(false);
    expect(() => fold(urgent, happening('filed', 'applied'))).toThrow(Refusal);
  });
});

const kinds = changeEventKinds.filter((kind) => kind !== 'filed');
const filing = fc.constantFrom(planned, urgent, { ...planned, asksWaiver: true });

describe('whatever happens', () => {
  it('what is over stays as it is, and no clock runs on it', () => {
    fc.assert(fc.property(filing, fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (one, tried) => {
      let standing = filed(one, 0);
      for (const [place, kind] of tried.entries()) {
        const happened: Happened = { at: (place + 1) * HOUR, kind, side: 'system' };
        if (!mayHappen(standing, kind)) {
          expect(() => after(standing, happened)).toThrow(Refusal);
          continue;
        }
        expect(isOver(standing)).toBe(false);
        standing = after(standing, happened);
      }
      expect(isOver(standing)).toBe(nextLook(standing) === null && standing.dueBy === null && standing.state !== 'filed' && standing.state !== 'accepted');
      if (isOver(standing)) for (const kind of kinds) expect(mayHappen(standing, kind)).toBe(false);
    }), { numRuns: 2_000 });
  });

  it('what happens by itself may happen, leads on, and comes to an end', () => {
    fc.assert(fc.property(filing, (one) => {
      let standing = filed(one, 0);
      for (let step = 0; step < 5; step++) {
        const at = nextLook(standing);
        if (at === null) return;
        const kind = happensBy(standing, at)!;
        standing = after(standing, { at, kind, side: 'system' });
      }
      expect(nextLook(standing)).toBeNull();
    }));
  });
});
