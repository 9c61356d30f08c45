import { expect, it } from 'vitest';
import { stateOf } from './access-state';

it.each([
  [{ running: true, ended_at: null }, 'running'],
  [{ running: false, ended_at: '2026-11-26T00:00:00Z' }, 'ended'],
  [{ running: false, ended_at: null }, 'over'],
])('%j is %s', (access, state) => expect(stateOf(access)).toBe(state));
