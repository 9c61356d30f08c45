import { memberRoles, staffRoles } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { mayCall, type Caller } from './caller.js';

const key: Caller = { kind: 'key', tenantId: 'ten_1', keyId: 'key_1', environment: 'live', retention: 'none' };
const member = (role: (typeof memberRoles)[number]): Caller => ({ kind: 'member', tenantId: 'ten_1', personId: 'per_1', sessionId: 'ses_1', role });
const staff = (role: (typeof staffRoles)[number]): Caller => ({ kind: 'staff', personId: 'per_2', sessionId: 'ses_2', role });

it('what names nobody is open to nobody', () => {
  for (const caller of [key, ...memberRoles.map(member), ...staffRoles.map(staff)]) expect(mayCall({}, caller)).toBe(false);
});

it('opens for the roles it names and no other', () => {
  const access = { member: ['owner', 'developer'], staff: ['auditor'] } as const;
  expect(memberRoles.filter((role) => mayCall(access, member(role)))).toEqual(['owner', 'developer']);
  expect(staffRoles.filter((role) => mayCall(access, staff(role)))).toEqual(['auditor']);
  expect(mayCall(access, key)).toBe(false);
});

it('opens for keys only where keys are named', () => {
  expect(mayCall({ key: true }, key)).toBe(true);
  expect(mayCall({ key: true }, member('owner'))).toBe(false);
});
