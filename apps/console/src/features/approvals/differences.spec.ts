import { expect, it } from 'vitest';
import { differencesOf } from './differences';

it('what changes stands first, with what stood there; what is not said is not shown', () => {
  expect(differencesOf({ tenant: 'ten_1', ends_at: null, requests_per_second: 50, parts: ['a', 'b'], none: [] }, { requests_per_second: 20 })).toEqual([
    { field: 'requests_per_second', before: ['20'], after: ['50'] },
    { field: 'tenant', before: null, after: ['ten_1'] },
    { field: 'parts', before: null, after: ['a', 'b'] },
  ]);
});

it('moments are told in Shanghai time', () => {
  expect(differencesOf({ ends_at: '2026-12-01T23:42:34.487000Z' }, null)).toEqual([{ field: 'ends_at', before: null, after: ['2026-12-02 07:42:34'] }]);
});

it('what is taken away is shown as gone', () => {
  expect(differencesOf({}, { hold: 'x' })).toEqual([{ field: 'hold', before: ['x'], after: null }]);
});
