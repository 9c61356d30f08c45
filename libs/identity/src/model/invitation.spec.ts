import { expect, it } from 'vitest';
import { INVITATION_LASTS_MS, isExpired, WAITING_MAX, whyNotInvite, type Invitation } from './invitation.js';

const sentAt = new Date('2026-11-26T00:00:00Z');
const to = (email: string): Invitation => ({ id: 'inv_1', side: 'ten_1', role: 'viewer', email, locale: 'en', invitedBy: 'per_1', createdAt: sentAt, sentAt, sendings: 1, expiresAt: new Date(sentAt.getTime() + INVITATION_LASTS_MS) });
const after = (ms: number) => new Date(sentAt.getTime() + ms);

it('an invitation stands for seven days, to the millisecond', () => {
  expect(isExpired(to('a'), after(7 * 86_400_000 - 1))).toBe(false);
  expect(isExpired(to('a'), after(7 * 86_400_000))).toBe(true);
});

it('an address is invited once at a time, and again after its time', () => {
  expect(whyNotInvite('a', [to('a')], sentAt)).toBe('invitation.waiting');
  expect(whyNotInvite('b', [to('a')], sentAt)).toBeUndefined();
  expect(whyNotInvite('a', [to('a')], after(INVITATION_LASTS_MS))).toBeUndefined();
});

it('no more than a hundred wait at once', () => {
  const many = Array.from({ length: WAITING_MAX }, (_, i) => to(`p${i}`));
  expect(whyNotInvite('z', many, sentAt)).toBe('invitation.too_many');
  expect(whyNotInvite('z', many.slice(1), sentAt)).toBeUndefined();
});
