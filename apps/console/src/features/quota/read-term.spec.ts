import { describe, expect, it } from 'vitest';
import { readTerm } from './read-term';

const form = (given: Record<string, string>): FormData => {
  const fields = new FormData();
  for (const [name, value] of Object.entries({ basis: 'contracted', quota: '２０', starts: '', document: '补充协议 3', sha256: '', reason: '', ends: '', ...given })) fields.set(name, value);
  return fields;
};

describe('a quota that was filled in', () => {
  it('is what the API is asked for, at once unless a minute was chosen', () => expect(readTerm(form({}))).toEqual({ asked: { basis: 'contracted', requests_per_second: 20, burst: 'at_once', source: { document: '补充协议 3', sha256: null } }, wrong: [] }));
  it('begins at a minute of Beijing', () => expect(readTerm(form({ starts: '2026-12-01T00:00' })).asked.effective_from).toBe('2026-11-30T16:00:00.000Z'));
  it('of the contract names its document; an override says why', () => expect([readTerm(form({ document: ' ' })).wrong, readTerm(form({ basis: 'override' })).wrong]).toEqual([['document'], ['reason']]));
  it('ends after it has begun', () => expect(readTerm(form({ basis: 'override', reason: 'x', starts: '2026-12-02T00:00', ends: '2026-12-01T00:00' })).wrong).toEqual(['ends']));
  it('takes a digest in capitals, and nothing else for one', () => expect([readTerm(form({ sha256: 'AB'.repeat(32) })).asked.source?.sha256, readTerm(form({ sha256: 'abc' })).wrong]).toEqual(['ab'.repeat(32), ['sha256']]));
});
