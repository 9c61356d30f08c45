import { describe, expect, it } from 'vitest';
import { recentMomentOf } from './recent-moment';

const now = new Date('2026-11-20T16:30:00Z');

describe('a moment in a list', () => {
  it('is a clock on the same Shanghai day', () => expect(recentMomentOf('2026-11-20T16:00:05Z', now)).toBe('00:00:05'));
  it('carries its day when that was yesterday there, though not by UTC', () => expect(recentMomentOf('2026-11-20T15:59:00Z', now)).toBe('11-20 23:59'));
  it('is only a day in another year', () => expect(recentMomentOf('2025-12-31T15:59:00Z', now)).toBe('2025-12-31'));
});
