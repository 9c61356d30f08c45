import { expect, it } from 'vitest';
import { differencesOf } from './differences';

it('what changes stands with what stood there, digests last, apart from the rest; what is not said is not shown', () => {
  expect(differencesOf({ a_sha256: 'f', tenant: 'ten_1', ends_at: null, requests_per_second: 50, parts: ['a', 'b'], none: [] }, { a_sha256: 'e', requests_per_second: 20, parts: [] })).toEqual({
    changed: [
      { field: 'requests_per_second', before: ['20'], after: ['50'] },
      { field: 'parts', before: null, after: ['a', 'b'] },
      { field: 'a_sha256', before: ['e'], after: ['f'] },
    ],
    rest: [{ field: 'tenant', before: null, after: ['ten_1'] }],
  });
});

it('moments are told in Shanghai time', () => {
  expect(differencesOf({ ends_at: '2026-12-01T23:42:34.487000Z' }, null)).toEqual({ changed: [], rest: [{ field: 'ends_at', before: null, after: ['2026-12-02 07:42:34'] }] });
});

it('what is taken away is shown as gone', () => {
  expect(differencesOf({}, { hold: 'x' })).toEqual({ changed: [{ field: 'hold', before: ['x'], after: null }], rest: [] });
});
