import type { DeskTicket } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { callRunning } from './call-running';

type Called = DeskTicket['calls'][number];
const called = (clock: Called['clock'], level = 0, taken_at: string | null = null): Called => ({ at: '2026-11-27T03:00:00Z', clock, level, called: null, next_at: null, taken_at, taken_by: null });
const first = (spent_seconds: number, state: 'running' | 'met' = 'running'): DeskTicket['clocks'] => [{ clock: 'first', target_seconds: 900, spent_seconds, state, due_at: null, missed: spent_seconds >= 900 }];
const ticket = { state: 'new', assignee: null, clocks: first(300) } as const;

it('is the last that nobody has taken over', () => {
  expect(callRunning({ ...ticket, calls: [called(null), called(null, 1)] })?.level).toBe(1);
  expect(callRunning({ ...ticket, calls: [called(null, 0, '2026-11-27T03:01:00Z')] })).toBeUndefined();
});

it('ends when somebody has the ticket, has answered, or has resolved it', () => {
  const calls = [called(null)];
  expect(callRunning({ ...ticket, calls, assignee: { id: 'per_1', name: 'Lin' } })).toBeUndefined();
  expect(callRunning({ ...ticket, calls, clocks: first(300, 'met') })).toBeUndefined();
  expect(callRunning({ ...ticket, calls, state: 'resolved' })).toBeUndefined();
});

it('goes on while what is late stays late, whoever has it', () => {
  const calls = [called('first')];
  expect(callRunning({ ...ticket, calls, assignee: { id: 'per_1', name: 'Lin' }, clocks: first(900) })).toBe(calls[0]);
  expect(callRunning({ ...ticket, calls, clocks: first(300) })).toBeUndefined();
});
