import { memberRoles, staffRoles } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import { mayChangeTenants, mayKeepKeys, mayOpenTenants, mayRecognise } from './rights';

describe('what a role is offered', () => {
  it('keys are kept by owners and developers', () => expect(memberRoles.filter(mayKeepKeys)).toEqual(['owner', 'developer']));
  it('viewers do not recognise', () => expect(memberRoles.filter((role) => !mayRecognise(role))).toEqual(['viewer']));
  it('tenants are opened and changed by those who run the service', () => expect([staffRoles.filter(mayOpenTenants), staffRoles.filter(mayChangeTenants)]).toEqual([['admin', 'operator'], ['admin', 'operator']]));
});
