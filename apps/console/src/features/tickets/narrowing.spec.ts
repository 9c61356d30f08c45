import { expect, it } from 'vitest';
import { addressOf, readNarrowing } from './narrowing';

it('is read from an address as it was written into it', () => {
  const narrowing = { search: '发票 & 100%', priority: 'p1', late: 'true' } as const;
  const address = addressOf('/tickets', narrowing, { show: 'all' });
  expect(readNarrowing(Object.fromEntries(new URLSearchParams(address.split('?')[1])))).toEqual(narrowing);
  expect(address).toContain('show=all');
});

it('takes nothing from an address that it does not know', () => {
  expect(readNarrowing({ search: '  ', priority: 'p9', late: 'yes' })).toEqual({});
  expect(readNarrowing({ search: ['a', 'b'], priority: undefined })).toEqual({});
  expect(readNarrowing({ search: 'x'.repeat(300) }).search).toHaveLength(200);
  expect(addressOf('/tickets', {}, { show: undefined })).toBe('/tickets');
});
