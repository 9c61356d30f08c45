import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crc32, hintOf, isWellFormed, mintSecret, SECRET_RANDOM_BYTES, stateOf, withoutSecrets } from './api-key.js';

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

describe('what scanners are given', () => {
  const { regex, keys, not_keys } = JSON.parse(readFileSync(new URL('../../../../docs/key-vectors.json', import.meta.url), 'utf8')) as { regex: string; keys: string[]; not_keys: { text: string; because: string }[] };

  it.each(keys)('%s is a key, and is found in the middle of a line', (key) => {
    expect(isWellFormed(key)).toBe(true);
    expect(`token: "${key}", # ours`.match(new RegExp(regex))?.[0]).toBe(key);
  });

  it.each(not_keys)('$text is none: $because', ({ text }) => {
    expect(isWellFormed(text)).toBe(false);
  });
});

it('no secret is left in a text that is shown, right or wrong', () => {
  const secret = mintSecret('live', random());
  expect(withoutSecrets(`code.example/${secret}/raw/ink_test_abc.txt`)).toBe('code.example/ink_live_…/raw/ink_test_….txt');
});

describe('the state of a key', () => {
  const at = (ms: number) => new Date(ms);
  it.each([
    ['active', {}],
    ['retiring', { retiresAt: at(11) }],
    ['rotated', { retiresAt: at(10), expiresAt: at(9) }],
    ['expired', { expiresAt: at(10), retiresAt: at(11) }],
    ['active', { expiresAt: at(11) }],
    ['revoked', { revokedAt: at(1), retiresAt: at(2), expiresAt: at(3) }],
  ] as const)('is %s with %j at 10', (state, of) => {
    expect(stateOf({ revokedAt: null, retiresAt: null, expiresAt: null, ...of }, at(10))).toBe(state);
  });
});
