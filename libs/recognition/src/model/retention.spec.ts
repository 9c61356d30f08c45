import type { TenantCaller } from '@inkproof/identity';
import { DAY_MS } from '@inkproof/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedToKeep, assertMayKeep, keptFrom } from './retention.js';

const key: TenantCaller = { kind: 'key', tenantId: 'ten_1', keyId: 'key_1', environment: 'live', retention: 'result' };
const person: TenantCaller = { kind: 'member', tenantId: 'ten_1', personId: 'per_1', sessionId: 'ses_1', role: 'owner' };

it('keeps what the call says, else what its key says, else nothing', () => {
  expect(askedToKeep('none', key)).toBe('none');
  expect(askedToKeep('all', person)).toBe('all');
  expect(askedToKeep(undefined, key)).toBe('result');
  expect(askedToKeep(undefined, person)).toBe('none');
});

it('says until when, and never of nothing', () => {
  expect(keptFrom('all', new Date('2026-11-24T00:00:00Z'), { retentionMs: DAY_MS, keepsDays: undefined })).toEqual({ kept: 'all', until: '2026-11-25T00:00:00.000Z' });
  expect(keptFrom('none', new Date(0), { retentionMs: 1, keepsDays: 30 })).toEqual({ kept: 'none', until: null });
});

it('keeps nothing longer than the text told people, nor longer than the install does', () => {
  fc.assert(
    fc.property(fc.constantFrom('result', 'all'), fc.integer({ min: 1, max: 10_000 }), fc.option(fc.integer({ min: 0, max: 3_650 })), (kept, installDays, keepsDays) => {
      const { kept: what, until } = keptFrom(kept, new Date(0), { retentionMs: installDays * DAY_MS, keepsDays });
      const days = Math.min(installDays, keepsDays ?? Infinity);
      expect([what, until]).toEqual(days === 0 ? ['none', null] : [kept, new Date(days * DAY_MS).toISOString()]);
    }),
  );
});

it('refuses to be asked for what the text told people is not kept', () => {
  const codeOf = (asked: 'none' | 'result' | undefined, keepsDays: number | null | undefined) => {
    try {
      assertMayKeep(asked, keepsDays);
      return 'may';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect([codeOf('result', 0), codeOf('none', 0), codeOf(undefined, 0), codeOf('result', 1), codeOf('result', null), codeOf('result', undefined)]).toEqual(['consent.keeps_nothing', 'may', 'may', 'may', 'may', 'may']);
});
