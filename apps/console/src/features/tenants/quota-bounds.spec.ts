import { RequestsPerSecond, TenantRequest } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { FIRST_QUOTA, LEAST_QUOTA, MOST_QUOTA } from './quota-bounds';

it('says the bounds of a quota as the contract does', () => expect([LEAST_QUOTA - 1, LEAST_QUOTA, MOST_QUOTA, MOST_QUOTA + 1].map((quota) => RequestsPerSecond.safeParse(quota).success)).toEqual([false, true, true, false]));
it('offers the quota that the contract begins with', () => expect(TenantRequest.parse({ name: 'n', owner: { name: 'n', email: 'n@example.com' } }).requests_per_second).toBe(FIRST_QUOTA));
