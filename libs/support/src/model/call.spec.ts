import { describe, expect, it } from 'vitest';
import { stillWaits } from './call.js';
import { standingOf, type Happened } from './standing.js';

const MINUTE = 60_000;
const opened: Happened = { at: 0, kind: 'opened', side: 'tenant', priority: 'p1' };
const answer = (minutes: number, state: Happened['state'] = 'open'): Happened => ({ at: minutes * MINUTE, kind: 'replied', side: 'provider', state });

describe('what somebody was called for', () => {
  it('waits until anybody has the ticket, has answered it, or it is solved', () => {
    const unassigned = { clock: null };
    expect(stillWaits(standingOf([opened]), false, unassigned, 5 * MINUTE)).toBe(true);
    expect(stillWaits(standingOf([opened]), true, unassigned, 5 * MINUTE)).toBe(false);
    expect(stillWaits(standingOf([opened, answer(6)]), false, unassigned, 7 * MINUTE)).toBe(false);
    expect(stillWaits(standingOf([opened, { at: MINUTE, kind: 'state_set', side: 'tenant', state: 'resolved' }]), false, unassigned, 5 * MINUTE)).toBe(false);
  });

  it('waits until the word that is late was said, whoever has the ticket', () => {
    const first = { clock: 'first' } as const;
    expect(stillWaits(standingOf([opened]), true, first, 15 * MINUTE)).toBe(true);
    expect(stillWaits(standingOf([opened]), true, first, 15 * MINUTE - 1)).toBe(false);
    expect(stillWaits(standingOf([opened, answer(16)]), true, first, 17 * MINUTE)).toBe(false);
    expect(stillWaits(standingOf([opened, answer(16, 'waiting_tenant')]), true, { clock: 'resolution' }, 900 * MINUTE)).toBe(false);
  });
});
