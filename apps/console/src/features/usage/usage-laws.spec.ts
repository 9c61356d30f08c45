import type { UsageDay } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { busiestOf } from './busiest';
import { readSpan } from './spans';

const day = (name: string, accepted: number): UsageDay => ({ day: name, accepted, refused: 0, failed: 0, pages: accepted, billed_pages: accepted, p50_ms: null, p95_ms: null });

it('finds the busiest day, the first of two alike', () => expect(busiestOf([day('2026-11-18', 3), day('2026-11-19', 9), day('2026-11-20', 9)]).day).toBe('2026-11-19'));
it('shows 30 days where another span is asked for than those offered', () => expect([readSpan('7'), readSpan('365'), readSpan(undefined), readSpan(['90'])]).toEqual([7, 30, 30, 30]));
