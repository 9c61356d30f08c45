import { describe, expect, it } from 'vitest';
import { addressOf, readFilter, searchOf } from './audit-query';

describe('what is asked of the audit log', () => {
  it('is taken from the address, and what does not fit is left out', () => {
    expect(readFilter({ action: 'key', actor: ' per_1 ', target: 'a b', from: '2026-11-26', to: 'soon', cursor: '4', request_id: ['a', 'b'] })).toEqual({ action: 'key', actor: 'per_1', from: '2026-11-26' });
  });
  it('takes days as Shanghai has them, the last one whole', () => {
    expect(searchOf({ from: '2026-11-26', to: '2026-11-26', actor: 'per_1' })).toEqual({ actor: 'per_1', from: '2026-11-26T00:00:00+08:00', to: '2026-11-26T23:59:59.999999+08:00' });
  });
  it('makes an address again', () => {
    expect(addressOf('/audit', {})).toBe('/audit');
    expect(readFilter(Object.fromEntries(new URL(addressOf('/audit', { action: 'key.revoked', target: 'key_1' }), 'http://x').searchParams))).toEqual({ action: 'key.revoked', target: 'key_1' });
  });
});
