import type { Expiry, Filing, FilingVersionSummary, InspectionSummary, SubjectRequestSummary } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { duesOf, needsOf } from './needs';

const sample = (state: string, dueAt: string | null, drawn: number, answered: number) => ({ state, due_at: dueAt, items: { drawn, answered } }) as InspectionSummary;
const expiry = (dueAt: string) => ({ due_at: dueAt }) as Expiry;
const request = (dueAt: string, endedAt: string | null = null) => ({ clock: { due_at: dueAt }, ended_at: endedAt }) as SubjectRequestSummary;

const version = (id: string, state: string, endsOn: string | null = null) => ({ id, state, ends_on: endsOn }) as FilingVersionSummary;
const filing = (coming: FilingVersionSummary | null, inForce: FilingVersionSummary | null = null) => ({ coming, in_force: inForce }) as Filing;

it('names what was sent back first, then what ends within thirty days, and drafts last', () => {
  const filings = [filing(version('draft', 'draft')), filing(version('sent back', 'correction'), version('last day', 'accepted', '2026-12-28')), filing(version('waits', 'submitted'), version('a day later', 'accepted', '2026-12-29'))];
  expect(needsOf(filings, '2026-11-28').map(({ kind, version: { id } }) => [kind, id])).toEqual([
    ['correction', 'sent back'],
    ['ending', 'last day'],
    ['draft', 'draft'],
  ]);
});

it('says how much waits, and until when the nearest of it', () => {
  expect(duesOf([sample('drawn', '2026-12-05T16:00:00Z', 10, 4), sample('drawn', '2026-12-03T16:00:00Z', 2, 0), sample('closed', '2026-11-01T16:00:00Z', 9, 0), sample('announced', null, 0, 0)], [request('2026-12-20T16:00:00Z'), request('2026-12-09T16:00:00Z'), request('2026-11-01T16:00:00Z', '2026-10-30T00:00:00Z')], [expiry('2026-11-27T16:00:00Z'), expiry('2026-11-25T16:00:00Z')])).toEqual([
    { kind: 'samples', href: '/inspections', count: 8, dueAt: '2026-12-03T16:00:00Z' },
    { kind: 'requests', href: '/requests', count: 2, dueAt: '2026-12-09T16:00:00Z' },
    { kind: 'expiries', href: '/attestations', count: 2, dueAt: '2026-11-25T16:00:00Z' },
  ]);
});

it('says nothing when nothing waits', () => {
  expect(duesOf([], [], [])).toEqual([]);
});
