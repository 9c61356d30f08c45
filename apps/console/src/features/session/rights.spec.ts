import { memberRoles, staffRoles } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { mayChangeTenants, mayEndSupport, mayKeepKeys, mayKeepMembers, mayKeepStaff, mayOpenSupport, mayOpenTenants, mayRecognise } from './rights';

describe('what a role is offered', () => {
  it('keys are kept by owners and developers', () => expect(memberRoles.filter(mayKeepKeys)).toEqual(['owner', 'developer']));
  it('viewers do not recognise', () => expect(memberRoles.filter((role) => !mayRecognise(role))).toEqual(['viewer']));
  it('tenants are opened and changed by those who run the service', () => expect([staffRoles.filter(mayOpenTenants), staffRoles.filter(mayChangeTenants)]).toEqual([['admin', 'operator'], ['admin', 'operator']]));
  it('people are kept by owners and administrators', () => expect([memberRoles.filter(mayKeepMembers), staffRoles.filter(mayKeepStaff)]).toEqual([['owner'], ['admin']]));
  it('support access is opened by those who help, and ended by those who answer for the data', () => expect([staffRoles.filter(mayOpenSupport), memberRoles.filter(mayEndSupport)]).toEqual([['admin', 'operator', 'support'], ['owner', 'privacy']]));
});
