import { describe, expect, it } from 'vitest';
import { crc32, hintOf, isWellFormed, mintSecret, SECRET_RANDOM_BYTES } from './api-key.js';

const random = () => crypto.getRandomValues(new Uint8Array(SECRET_RANDOM_BYTES));

describe('an API key', () => {
  it('says its environment, and every minted one is well-formed', () => {
    for (let i = 0; i < 500; i++) {
      const secret = mintSecret(i % 2 ? 'live' : 'test', random());
      expect(secret).toMatch(i % 2 ? /^ink_live_\w{38}$/ : /^ink_test_\w{38}$/);
      expect(isWellFormed(secret)).toBe(true);
    }
  });

  it('is not well-formed after any one character was changed', () => {
    const secret = mintSecret('live', random());
    for (let at = 0; at < secret.length; at++) {
      const other = secret[at] === 'x' ? 'y' : 'x';
      expect(isWellFormed(secret.slice(0, at) + other + secret.slice(at + 1))).toBe(false);
    }
  });

  it.each(['', 'ink_live_', 'Bearer x', 'ink_prod_' + 'a'.repeat(38), 'ink_live_' + 'a'.repeat(38), 'ink_live_' + 'é'.repeat(38)])('%j is not well-formed', (text) => {
    expect(isWellFormed(text)).toBe(false);
  });

  it('shows its prefix and four characters afterwards, and no more', () => {
    expect(hintOf(mintSecret('live', random()))).toHaveLength(13);
  });

  it('refuses randomness that cannot fill a secret', () => {
    expect(() => mintSecret('live', new Uint8Array(SECRET_RANDOM_BYTES).fill(255))).toThrow(RangeError);
  });
});

it('computes the CRC-32 of its published check value', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});
