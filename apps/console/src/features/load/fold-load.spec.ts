import { describe, expect, it } from 'vitest';
import { foldLoad, lastTimes, totalOf } from './fold-load';
import { readLoadSpan } from './spans';

const minute = (clock: string, accepted: number, p50_ms: number | null = null) => ({ at: `2026-11-20T${clock}:00.000Z`, accepted, refused: 1, failed: 0, p50_ms, p95_ms: p50_ms && p50_ms * 2 });
const minutes = [minute('06:58', 3, 400), minute('06:59', 4), minute('07:00', 5, 410), minute('07:01', 6)];

describe('the load', () => {
  it('is folded on the clock, so that a bar may begin before the span', () =>
    expect(foldLoad(minutes, 15)).toEqual([
      { at: '2026-11-20T06:45:00.000Z', accepted: 7, refused: 2, failed: 0 },
      { at: '2026-11-20T07:00:00.000Z', accepted: 11, refused: 2, failed: 0 },
    ]));
  it('loses no call by folding', () => expect([1, 5, 15].map((bar) => foldLoad(minutes, bar).reduce((sum, { accepted }) => sum + accepted, 0))).toEqual([18, 18, 18]));
  it('adds up', () => expect(totalOf(minutes)).toEqual({ accepted: 18, refused: 4, failed: 0 }));
  it('knows the times of the last minute that had any', () => expect(lastTimes(minutes)).toEqual({ at: '2026-11-20T07:00:00.000Z', p50: 410, p95: 820 }));
  it('knows no times where nothing was answered', () => expect(lastTimes([minute('07:00', 0)])).toBeNull());
  it('shows the last hour unless another span that we offer is asked for', () => expect([readLoadSpan('360'), readLoadSpan('7'), readLoadSpan(undefined)].map(({ minutes: span }) => span)).toEqual([360, 60, 60]));
});
