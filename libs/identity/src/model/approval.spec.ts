import { memberRoles, staffRoles } from '@inkproof/contract';
import type { Actor } from '@inkproof/audit';
import { describe, expect, it } from 'vitest';
import { partOf, stateAt, whyNotDecide, whyNotEdit, whyNotWithdraw, type Approval, type ApprovalSide } from './approval.js';

const at = new Date('2026-11-22T04:00:00.000Z');
const asked = (side: ApprovalSide, over: Partial<Approval> = {}): Approval => ({
  id: 'apr_1',
  side,
  tenantId: 'ten_1',
  kind: 'quota.above_contract',
  payload: {},
  payloadSha256: '',
  before: null,
  revision: 2,
  needed: 1,
  state: 'waiting',
  reason: '',
  madeBy: 'per_maker',
  madeAt: at,
  expiresAt: at,
  endedAt: null,
  authors: [
    { by: 'per_maker', revision: 1, at },
    { by: 'per_editor', revision: 2, at },
  ],
  decisions: [],
  ...over,
});

const everybody: Omit<Actor, 'id'>[] = [
  ...staffRoles.map((role) => ({ kind: 'staff' as const, role, requestId: null })),
  ...memberRoles.map((role) => ({ kind: 'member' as const, role, requestId: null })),
  { kind: 'key', requestId: null },
  { kind: 'system', requestId: null },
];
const selves = ['per_maker', 'per_editor', 'per_other'];
const cases = (['provider', 'tenant'] as const).flatMap((side) => everybody.flatMap((actor) => selves.map((id) => ({ side, by: { ...actor, id } }))));
const deciders = { provider: ['admin', 'operator', 'compliance', 'support'], tenant: ['owner', 'developer', 'privacy'] };

describe.each(cases)('for a request of the $side’s, $by.kind $by.role as $by.id', ({ side, by }) => {
  const isOurs = by.kind === (side === 'provider' ? 'staff' : 'member') && deciders[side].includes(by.role!);
  const isAuthor = by.id !== 'per_other';

  it('decides only as another person, in a role that decides', () => {
    expect(whyNotDecide(asked(side), by, true)).toBe(!isOurs ? 'access.denied' : isAuthor ? 'approval.own' : undefined);
  });

  it('decides nothing that its kind leaves to others', () => {
    expect(whyNotDecide(asked(side), by, false)).toBe('access.denied');
  });

  it('withdraws only what it made or edited', () => {
    expect(whyNotWithdraw(asked(side), by)).toBe(isOurs && isAuthor ? undefined : 'access.denied');
  });

  it('edits what it might decide and what it wrote', () => {
    expect(whyNotEdit(asked(side), by, true)).toBe(isOurs ? undefined : 'access.denied');
    expect(whyNotEdit(asked(side), by, false)).toBe(isOurs && isAuthor ? undefined : 'access.denied');
  });

  it.each([
    ['approved', 'approval.ended'],
    ['refused', 'approval.ended'],
    ['withdrawn', 'approval.ended'],
    ['expired', 'approval.expired'],
  ] as const)('does nothing any more to what is %s', (state, code) => {
    const over = asked(side, { state });
    expect(whyNotDecide(over, by, true)).toBe(isOurs ? code : 'access.denied');
    expect(whyNotWithdraw(over, by)).toBe(isOurs && isAuthor ? code : 'access.denied');
    expect(whyNotEdit(over, by, true)).toBe(isOurs ? code : 'access.denied');
  });
});

const other: Actor = { kind: 'staff', id: 'per_other', role: 'admin', requestId: null };

it('one person’s approval counts once, until an edit voids it', () => {
  const decided = { by: 'per_other', verdict: 'approve', reason: null, at } as const;
  const once = asked('provider', { needed: 2, decisions: [{ ...decided, revision: 2 }] });
  expect(whyNotDecide(once, other, true)).toBe('approval.ended');
  expect(partOf(once, other, true)).toBe('decided');
  const edited = asked('provider', { needed: 2, decisions: [{ ...decided, revision: 1 }] });
  expect(whyNotDecide(edited, other, true)).toBeUndefined();
  expect(partOf(edited, other, true)).toBe('decider');
});

it('tells everybody their part', () => {
  expect(partOf(asked('provider'), { ...other, id: 'per_editor' }, true)).toBe('author');
  expect(partOf(asked('provider'), { ...other, role: 'auditor' }, true)).toBe('onlooker');
  expect(partOf(asked('provider', { state: 'refused' }), other, true)).toBe('onlooker');
});

it('what waits expires at its time to the millisecond, and an end does not', () => {
  expect(stateAt('waiting', at, new Date(at.getTime() - 1))).toBe('waiting');
  expect(stateAt('waiting', at, at)).toBe('expired');
  expect(stateAt('approved', at, at)).toBe('approved');
});
