import { describe, expect, it } from 'vitest';
import { ATTEMPTS_MAX, waitBeforeNext, wantsNoMore, wasTaken } from './backoff.js';

describe('the wait before the next attempt', () => {
  it('grows from seconds to hours and ends', () => {
    const waits = Array.from({ length: ATTEMPTS_MAX }, (_, index) => waitBeforeNext(index + 1, 0.5));
    expect(waits).toEqual([5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000, undefined]);
  });

  it('spreads by a tenth either way', () => {
    expect([waitBeforeNext(1, 0), waitBeforeNext(1, 1)]).toEqual([4_500, 5_500]);
  });
});

it('counts only 2xx as taken, and 410 as the wish for no more', () => {
  expect([200, 204, 299].map(wasTaken)).toEqual([true, true, true]);
  expect([199, 301, 404, 410, 500, null].map(wasTaken)).toEqual([false, false, false, false, false, false]);
  expect([410, 404, null].map(wantsNoMore)).toEqual([true, false, false]);
});
