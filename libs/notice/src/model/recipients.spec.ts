import { memberRoles, type MemberRole } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { nextInLine, wordsTo, type Addressee } from './recipients.js';

const member = (role: MemberRole, wishes: Addressee['wishes'] = {}): Addressee & { role: MemberRole } => ({ tenantId: 'ten_1', personId: `per_${role}`, role, email: `${role}@tenant.example`, locale: 'en', wishes });
const everybody = memberRoles.map((role) => member(role));
const said = (words: ReturnType<typeof wordsTo>) => words.map(({ to, channel, owed }) => `${to.role} ${channel}${owed ? '' : ' by wish'}`);

it('tells owners and those who work with it of what is required, and those who wish it besides', () => {
  expect(said(wordsTo(everybody, 'required', 'maintenance.scheduled'))).toEqual(['owner app', 'owner mail', 'developer app']);
  expect(said(wordsTo([member('developer', { mail: true }), member('viewer', { app: true })], 'required', 'maintenance.scheduled'))).toEqual(['developer app', 'developer mail by wish', 'viewer app by wish']);
});

it('writes to the next who answers for the tenant when a mail was lost, and to nobody twice', () => {
  const tried = new Set<string>();
  const line: string[] = [];
  for (let next = nextInLine([...everybody].reverse(), tried); next; next = nextInLine([...everybody].reverse(), tried)) {
    line.push(next.role);
    tried.add(next.personId);
  }
  expect(line).toEqual(['owner', 'developer', 'privacy', 'viewer']);
});
