import { describe, expect, it } from 'vitest';
import { readWish } from './read-wish';

const fields = (given: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.set(name, value);
  return form;
};
const rec = `rec_${'0'.repeat(26)}`;
const job = `job_${'0'.repeat(25)}1`;

describe('what somebody wants erased', () => {
  it('is the whole of the last day, by the clock of Shanghai', () =>
    expect(readWish('created', fields({ from: '2026-11-01', to: '2026-11-02' }))).toEqual({ created: { from: '2026-10-31T16:00:00.000Z', to: '2026-11-02T16:00:00.000Z' } }));
  it('may be a single day', () => expect(readWish('created', fields({ from: '2026-11-01', to: '2026-11-01' }))).toBeDefined());
  it('is nothing while a day is missing or the last lies before the first', () =>
    expect([{ from: '2026-11-01' }, { from: '2026-11-03', to: '2026-11-01' }].map((given) => readWish('created', fields(given as Record<string, string>)))).toEqual([undefined, undefined]));
  it('takes ids as people paste them', () => expect(readWish('ids', fields({ ids: ` ${rec}，\n${job} ` }))).toEqual({ ids: [rec, job] }));
  it('is nothing when one of the ids is none', () => expect(readWish('ids', fields({ ids: `${rec} inv-1` }))).toBeUndefined());
  it('is nothing for an empty tag', () => expect(readWish('tag', fields({ tag: ' ' }))).toBeUndefined());
  it('tells all results from all that a tenant has', () => expect([readWish('results', fields({})), readWish('tenant', fields({}))]).toEqual([{ everything: 'results' }, { everything: 'tenant' }]));
});
