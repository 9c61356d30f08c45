import { RecoveryCode } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { recoveryCode, shownCode } from './recovery-codes.js';

it('is shown in two halves, and taken in any case, with or without the line between them', () => {
  const code = recoveryCode(new Uint8Array([0, 1, 2, 3, 31, 32, 100, 200, 254, 255]));
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  for (const typed of [code, shownCode(code), shownCode(code).toUpperCase(), ` ${code} `]) expect(RecoveryCode.parse(typed)).toBe(code);
});

it('is not what has another length or another alphabet', () => {
  for (const typed of ['', '123', '12345-6789', 'lllll-ooooo']) expect(RecoveryCode.safeParse(typed).success).toBe(false);
});
