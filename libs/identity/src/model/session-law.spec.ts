import { memberRoles, staffRoles } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { CONFIRMED_MS, endOf, heldBack, mustEnrol, SESSION_LONGEST_MS, SESSION_MS, type HeldSession } from './session-law.js';

const at = (ms: number) => new Date(Date.parse('2026-11-26T00:00:00Z') + ms);
const member = (role: (typeof memberRoles)[number], assured = false): HeldSession => ({ tenant: { role }, staff: null, assured, confirmedAt: at(0) });
const staff = (role: (typeof staffRoles)[number], assured = false): HeldSession => ({ tenant: null, staff: { role }, assured, confirmedAt: at(0) });
const now = { isEnforced: true, now: at(0) };

it('ends twelve hours after its last use, and a week after its beginning at the latest', () => {
  expect(endOf(at(0), at(0))).toEqual(at(SESSION_MS));
  expect(endOf(at(0), at(SESSION_LONGEST_MS - 1))).toEqual(at(SESSION_LONGEST_MS));
});

it('asks every staff person and every owner for a second factor, and nobody else', () => {
  expect(memberRoles.filter((role) => mustEnrol(member(role), true))).toEqual(['owner']);
  expect(staffRoles.filter((role) => mustEnrol(staff(role), true))).toEqual([...staffRoles]);
});

it('asks nobody who came in with one, and nobody where the operator asks for none', () => {
  expect([mustEnrol(member('owner', true), true), mustEnrol(staff('admin', true), true), mustEnrol(staff('admin'), false)]).toEqual([false, false, false]);
});

it('leaves open, before enrolment, what enrolment needs', () => {
  expect(heldBack({}, staff('admin'), now)).toBe('mfa.enrolment_required');
  expect(heldBack({ beforeEnrolment: true }, staff('admin'), now)).toBeUndefined();
  expect(heldBack({}, staff('admin', true), now)).toBeUndefined();
});

it('lets acts that ask for a confirmation pass for five minutes and not a moment longer', () => {
  const after = (ms: number) => heldBack({ stepUp: true }, member('developer'), { isEnforced: true, now: at(ms) });
  expect([after(0), after(CONFIRMED_MS), after(CONFIRMED_MS + 1)]).toEqual([undefined, undefined, 'session.step_up_required']);
  expect(heldBack({}, member('developer'), { isEnforced: true, now: at(CONFIRMED_MS + 1) })).toBeUndefined();
});

it('asks for the factor before it asks for the confirmation', () => {
  expect(heldBack({ stepUp: true }, staff('admin'), { isEnforced: true, now: at(CONFIRMED_MS + 1) })).toBe('mfa.enrolment_required');
});
