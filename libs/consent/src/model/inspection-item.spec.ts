import { expect, it } from 'vitest';
import { flagsOf, matchesOf, missingOf, type Drawn, type Shown } from './inspection-item.js';

const HOUR_MS = 3_600_000;
const at = new Date('2026-11-22T04:00:00Z');
const later = (hours: number) => new Date(at.getTime() + hours * HOUR_MS);
const bytes = (byte: number) => new Uint8Array(32).fill(byte);
const drawn: Drawn = { custody: 'commitment', commitment: bytes(1), givenAt: at, postedAt: later(1), expiresAt: null, withdrawnAt: null, lastReliedAt: later(5) };
const vault: Drawn = { ...drawn, custody: 'vault', commitment: null };
const shown: Shown = { salt: bytes(2), computed: bytes(1), unable: null, files: [{ kind: 'original' }, { kind: 'contract' }] };

it('is answered by salt, original and a picture of the page or the contract, and names each that is missing', () => {
  expect(missingOf(drawn, shown)).toEqual([]);
  expect(missingOf(drawn, { ...shown, files: [{ kind: 'original' }, { kind: 'page_screenshot' }] })).toEqual([]);
  expect(missingOf(drawn, { ...shown, salt: null })).toEqual(['salt']);
  expect(missingOf(drawn, { ...shown, files: [{ kind: 'other' }] })).toEqual(['original', 'evidence']);
  expect(missingOf(vault, { ...shown, salt: null, files: [] })).toEqual(['evidence']);
});

it('is answered too by saying why nothing can be shown', () => {
  expect(missingOf(drawn, { salt: null, unable: 'Lost in a fire', files: [] })).toEqual([]);
});

it('says whether the original is what was committed to, and nothing before both are there', () => {
  expect(matchesOf(drawn, shown)).toBe(true);
  expect(matchesOf(drawn, { computed: bytes(3) })).toBe(false);
  expect(matchesOf(drawn, { computed: null })).toBeNull();
  expect(matchesOf(vault, { computed: bytes(1) })).toBeNull();
});

it('raises each flag for its own reason and none without one', () => {
  expect(flagsOf(drawn, shown, later(9))).toEqual([]);
  expect(flagsOf(drawn, { computed: bytes(3) }, later(9))).toEqual(['commitment_mismatch']);
  expect(flagsOf({ ...drawn, postedAt: later(72), lastReliedAt: null }, shown, later(99))).toEqual([]);
  expect(flagsOf({ ...drawn, postedAt: later(72.1), lastReliedAt: null }, shown, later(99))).toEqual(['posted_late']);
  expect(flagsOf({ ...drawn, postedAt: later(6) }, shown, later(9))).toEqual(['posted_after_use']);
  expect(flagsOf({ ...drawn, withdrawnAt: later(2), expiresAt: later(3) }, shown, later(9))).toEqual(['withdrawn', 'expired']);
  expect(flagsOf({ ...drawn, withdrawnAt: later(20), expiresAt: later(20) }, shown, later(9))).toEqual([]);
});
