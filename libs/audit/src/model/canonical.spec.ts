import { expect, it } from 'vitest';
import { canonical } from './canonical.js';

it('orders members by UTF-16 code units at every depth and writes no white space', () => {
  expect(canonical({ b: [{ z: 1, a: 'é' }], a: null, '\u{1f600}': 1, ﬀ: 2 })).toBe('{"a":null,"b":[{"a":"é","z":1}],"\u{1f600}":1,"ﬀ":2}');
});

it('writes numbers as RFC 8785 does', () => {
  expect(canonical([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
});

it('leaves out what is undefined and refuses what JSON cannot say', () => {
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  expect(() => canonical({ a: NaN })).toThrow(TypeError);
});
