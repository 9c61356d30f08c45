import type { InspectionSummary, SubjectRequestSummary } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { duesOf } from './needs';

const sample = (state: string, dueAt: string | null, drawn: number, answered: number) => ({ state, due_at: dueAt, items: { drawn, answered } }) as InspectionSummary;
const request = (dueAt: string, endedAt: string | null = null) => ({ clock: { due_at: dueAt }, ended_at: endedAt }) as SubjectRequestSummary;

it('says how much waits, and until when the nearest of it', () => {
  expect(duesOf([sample('drawn', '2026-12-05T16:00:00Z', 10, 4), sample('drawn', '2026-12-03T16:00:00Z', 2, 0), sample('closed', '2026-11-01T16:00:00Z', 9, 0), sample('announced', null, 0, 0)], [request('2026-12-20T16:00:00Z'), request('2026-12-09T16:00:00Z'), request('2026-11-01T16:00:00Z', '2026-10-30T00:00:00Z')])).toEqual([
    { kind: 'samples', href: '/inspections', count: 8, dueAt: '2026-12-03T16:00:00Z' },
    { kind: 'requests', href: '/requests', count: 2, dueAt: '2026-12-09T16:00:00Z' },
  ]);
});

it('says nothing when nothing waits', () => {
  expect(duesOf([], [])).toEqual([]);
});
