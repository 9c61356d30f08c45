import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** RFC 6238, appendix B: the secret of its SHA-1 rows, and their last six digits. */
const secret = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1_000);

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('knows the code of second %i as the RFC has it', (seconds, code) => {
  expect(stepOfCode(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it('takes the code of the half minute before and after, as what they are, and none further away', () => {
  const step = Math.floor(1_111_111_111 / 30);
  const asked = (away: number) => stepOfCode(secret, '050471', at(1_111_111_111 + away * 30));
  expect([-2, -1, 0, 1, 2].map(asked)).toEqual([undefined, step, step, step, undefined]);
});

it('draws secrets of 160 bits, and writes them as apps read them', () => {
  const drawn = newTotpSecret();
  expect(drawn).toMatch(/^[A-Z2-7]{32}$/);
  expect(drawn).not.toBe(newTotpSecret());
  expect(totpUri(drawn, 'ada@inkproof.example')).toBe(`otpauth://totp/Inkproof:ada%40inkproof.example?issuer=Inkproof&secret=${drawn}&algorithm=SHA1&digits=6&period=30`);
});
