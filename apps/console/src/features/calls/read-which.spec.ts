import type { Day } from '@inkproof/kernel';
import { describe, expect, it } from 'vitest';
import { addressOf, queryOf, readWhich } from './read-which';

const key = 'key_01k9zzzzzzzzzzzzzzzzzzzzzz';
const today = '2026-11-27' as Day;

it('asks for all calls, for those of one outcome, of one key, of some days, for one request, or for several of these', () => {
  expect(readWhich({})).toEqual({});
  expect(readWhich({ outcome: 'refused', key, from: '2026-09-01', to: '2026-09-30', request_id: ' req_1 ' })).toEqual({ outcome: 'refused', key, from: '2026-09-01', to: '2026-09-30', request_id: 'req_1' });
  expect(readWhich({ outcome: ['refused'], key: 'key_x', from: '2026-02-30', to: '', request_id: 'a b' })).toEqual({});
  expect(readWhich({ from: '2026-09-30', to: '2026-09-01' })).toEqual({ from: '2026-09-30' });
});

describe('what is asked of the API', () => {
  it('is what was asked for, where that is a year or less', () => {
    expect(queryOf({ outcome: 'failed' }, today)).toEqual({ outcome: 'failed' });
    expect(queryOf({ from: '2025-11-27' as Day }, today)).toEqual({ from: '2025-11-27' });
    expect(queryOf({ to: '2026-01-31' as Day }, today)).toEqual({ to: '2026-01-31' });
  });
  it('is a year from the first day on, where more was asked for', () => {
    expect(queryOf({ from: '2024-01-01' as Day }, today)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(queryOf({ from: '2024-01-01' as Day, to: '2026-01-01' as Day }, today)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });
  it('is a day that is still to come, where it begins then', () => expect(queryOf({ from: '2027-01-01' as Day }, today)).toEqual({ from: '2027-01-01', to: '2027-01-01' }));
  it('is the whole year, where one request is looked for', () => expect(queryOf({ request_id: 'req_1' }, today)).toEqual({ request_id: 'req_1', from: '2025-11-27' }));
});

it('makes an address again', () => {
  expect(addressOf('/usage/calls', { outcome: undefined })).toBe('/usage/calls');
  const which = readWhich({ outcome: 'refused', from: '2026-09-01', key });
  expect(readWhich(Object.fromEntries(new URL(addressOf('/usage/calls', which), 'http://x').searchParams))).toEqual(which);
});
