import { expect, it } from 'vitest';
import { minutesLeft } from './minutes-left';

const until = '2026-11-27T10:00:00Z';

it.each([
  ['2026-11-27T09:00:00Z', 60],
  ['2026-11-27T09:58:59Z', 2],
  ['2026-11-27T09:59:59Z', 1],
  ['2026-11-27T10:00:00Z', 0],
  ['2026-11-27T11:00:00Z', 0],
])('at %s, %i minutes are left', (now, left) => expect(minutesLeft(until, new Date(now))).toBe(left));
