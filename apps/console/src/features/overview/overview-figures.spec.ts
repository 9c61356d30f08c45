import { describe, expect, it } from 'vitest';
import { overviewFigures } from './overview-figures';

const day = (name: string, pages: number) => ({ day: name, accepted: pages, refused: 0, failed: 0, pages, billed_pages: pages - 1, p50_ms: null, p95_ms: null });

describe('the figures of the overview', () => {
  it('know today and yesterday by their place', () => expect([overviewFigures({ days: [day('2026-11-19', 5), day('2026-11-20', 7)] })].map(({ today, yesterday }) => [today?.pages, yesterday?.pages])).toEqual([[7, 5]]));
  it('count the month of today only', () => expect(overviewFigures({ days: [day('2026-10-31', 100), day('2026-11-01', 5), day('2026-11-02', 7)] }).month).toEqual({ pages: 12, billedPages: 10 }));
  it('are empty where there is no day', () => expect(overviewFigures({ days: [] })).toEqual({ today: undefined, yesterday: undefined, month: { pages: 0, billedPages: 0 } }));
});
