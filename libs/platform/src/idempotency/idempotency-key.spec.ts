import { expect, it } from 'vitest';
import { idempotencyKeyOf } from './idempotency-key.js';

const keyOf = (given: string) => idempotencyKeyOf({ 'idempotency-key': given });

it('is the same in quotes and bare', () => {
  expect(keyOf('8e03978e-40d5')).toBe('8e03978e-40d5');
  expect(keyOf(' "8e03978e-40d5" ')).toBe('8e03978e-40d5');
  expect(keyOf('"a\\"b\\\\c"')).toBe('a"b\\c');
});

it('is nothing when it was not sent', () => {
  expect(idempotencyKeyOf({})).toBeUndefined();
});

it.each(['', '""', 'x'.repeat(256), 'ключ', 'a\tb'])('is refused as %j', (given) => {
  expect(() => keyOf(given)).toThrow(expect.objectContaining({ code: 'request.invalid', extras: { errors: [expect.objectContaining({ field: 'Idempotency-Key' })] } }));
});

it('may have 255 characters', () => {
  expect(keyOf('x'.repeat(255))).toHaveLength(255);
});
