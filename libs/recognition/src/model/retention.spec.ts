import type { TenantCaller } from '@inkproof/identity';
import { expect, it } from 'vitest';
import { askedToKeep, keptFrom } from './retention.js';

const key: TenantCaller = { kind: 'key', tenantId: 'ten_1', keyId: 'key_1', environment: 'live', retention: 'result' };
const person: TenantCaller = { kind: 'member', tenantId: 'ten_1', personId: 'per_1', sessionId: 'ses_1', role: 'owner' };

it('keeps what the call says, else what its key says, else nothing', () => {
  expect(askedToKeep('none', key)).toBe('none');
  expect(askedToKeep('all', person)).toBe('all');
  expect(askedToKeep(undefined, key)).toBe('result');
  expect(askedToKeep(undefined, person)).toBe('none');
});

it('says until when, and never of nothing', () => {
  expect(keptFrom('all', new Date('2026-11-24T00:00:00Z'), 86_400_000)).toEqual({ kept: 'all', until: '2026-11-25T00:00:00.000Z' });
  expect(keptFrom('none', new Date(0), 1)).toEqual({ kept: 'none', until: null });
});
