import { expect, it } from 'vitest';
import { errorCodeOf, isBounced, waitBeforeNext } from './attempt.js';

it('waits longer after each attempt, and never more than four hours and a tenth', () => {
  const waits = Array.from({ length: 12 }, (_, at) => waitBeforeNext(at + 1, 0.5));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waitBeforeNext(100, 1)).toBe(15_840_000);
});

it.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, true],
  [{ code: 'EMESSAGE', responseCode: 554 }, true],
  [{ code: 'EENVELOPE', responseCode: 451 }, false],
  [{ code: 'EAUTH', responseCode: 535 }, false],
  [{ code: 'ECONNECTION' }, false],
  [{}, false],
])('%o is for good: %s', (error, bounced) => {
  expect(isBounced(error)).toBe(bounced);
});

it('keeps the code of an error and not its words', () => {
  expect(errorCodeOf(Object.assign(new Error('550 no mailbox ada@inkproof.example'), { code: 'EENVELOPE', responseCode: 550 }))).toBe('EENVELOPE 550');
  expect(errorCodeOf({ code: {} })).toBe('unknown');
});
