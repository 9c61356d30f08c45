import { describe, expect, it } from 'vitest';
import { readTenant } from './read-tenant';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ name: ' 澄江物流 ', quota: '２０', ownerName: '沈若川', ownerEmail: 'shen@example.com', ...fields })) data.set(name, value);
  return data;
};

describe('a tenant as it was typed', () => {
  it('is what the API is asked for', () => expect(readTenant(form({}))).toEqual({ asked: { name: '澄江物流', requests_per_second: 20, owner: { name: '沈若川', email: 'shen@example.com' } }, wrong: [] }));
  it('names what is wrong from top to bottom', () => expect(readTenant(form({ name: ' ', quota: '0', ownerEmail: 'shen@example' })).wrong).toEqual(['name', 'quota', 'ownerEmail']));
});
