import { describe, expect, it } from 'vitest';
import { adminPlaces, placeAt, tenantPlaces } from './places';

describe('the place an address belongs to', () => {
  it('covers what lies below it', () => expect(placeAt(tenantPlaces, '/recognitions/rec_1')?.name).toBe('recognitions'));
  it('keeps the admin overview to its own address', () => expect([placeAt(adminPlaces, '/admin')?.name, placeAt(adminPlaces, '/admin/tenants/ten_1')?.name]).toEqual(['adminOverview', 'tenants']));
  it('is none for an address nobody listed', () => expect(placeAt(tenantPlaces, '/account')).toBeUndefined());
});

it.each(Object.entries({ tenantPlaces, adminPlaces }))('%s stand together by their headings, so that each heading stands once', (_, places) => {
  const headings = places.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1]);
  expect(new Set(headings).size).toBe(headings.length);
});
