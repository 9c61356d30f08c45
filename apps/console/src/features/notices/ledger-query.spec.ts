import { describe, expect, it } from 'vitest';
import { askedOf, ledgerHref, readLedgerQuery } from './ledger-query';

const TENANT = `ten_${'0'.repeat(26)}`;

describe('what the ledger is narrowed to', () => {
  it('is read from the address, what does not fit left out', () => {
    expect(readLedgerQuery('deliveries', { subject: ' mnt_1 ', about: 'maintenance', tenant: 'ten_x', state: 'bounced', from: '2026-11-01', to: 'x', search: 'x', person: [TENANT] })).toEqual({ subject: 'mnt_1', about: 'maintenance', state: 'bounced', from: '2026-11-01' });
    expect(readLedgerQuery('notices', { search: 'disk', about: 'nothing', tenant: TENANT, state: 'bounced' })).toEqual({ search: 'disk', tenant: TENANT });
  });

  it('asks for a topic or for one kind of it', () => {
    expect(askedOf({ about: 'maintenance', from: '2026-11-01' })).toEqual({ topic: 'maintenance', from: '2026-11-01' });
    expect(askedOf({ about: 'api.changed' })).toEqual({ kind: 'api.changed' });
    expect(askedOf({})).toEqual({});
  });

  it('goes on to the other list as far as that knows it', () => {
    expect(ledgerHref('notices', { tenant: TENANT, state: 'bounced' })).toBe(`/admin/notices?tenant=${TENANT}`);
    expect(ledgerHref('deliveries', {})).toBe('/admin/notices/deliveries');
  });
});
