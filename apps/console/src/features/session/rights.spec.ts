import { memberRoles, staffRoles, type MemberRole } from '@inkproof/contract';
import { describe, expect, it } from 'vitest';
import * as rights from './rights';
import { isOver, mayAnswerInspections, mayAttest, mayChangeTenants, mayEndSupport, mayExportFilings, mayKeepKeys, mayKeepMembers, mayKeepRequests, mayKeepStaff, mayKeepTickets, mayOpenSupport, mayOpenTenants, mayRecognise, type Standing } from './rights';

const standings = memberRoles.map((role): Standing => ({ role, end: null }));
const allowed = (may: (standing: Standing) => boolean): MemberRole[] => standings.filter(may).map(({ role }) => role);

describe('what a role is offered', () => {
  it('keys are kept by owners and developers', () => expect(allowed(mayKeepKeys)).toEqual(['owner', 'developer']));
  it('viewers do not recognise', () => expect(allowed((standing) => !mayRecognise(standing))).toEqual(['viewer']));
  it('tenants are opened and changed by those who run the service', () => expect([staffRoles.filter(mayOpenTenants), staffRoles.filter(mayChangeTenants)]).toEqual([['admin', 'operator'], ['admin', 'operator']]));
  it('people are kept by owners and administrators', () => expect([allowed(mayKeepMembers), staffRoles.filter(mayKeepStaff)]).toEqual([['owner'], ['admin']]));
  it('support access is opened by those who help, and ended by those who answer for the data', () => expect([staffRoles.filter(mayOpenSupport), allowed(mayEndSupport)]).toEqual([['admin', 'operator', 'support'], ['owner', 'privacy']]));
});

describe('what an owner is offered while a service comes to its end', () => {
  const owner = (state: 'announced' | 'ended' | 'closed'): Standing => ({ role: 'owner', end: { state } });
  const offered = (standing: Standing): string[] => Object.entries(rights).flatMap(([name, may]) => (name.startsWith('may') && (may as (standing: Standing) => boolean)(standing) ? [name] : []));

  it('is everything until the last day is over', () => expect(offered(owner('announced'))).toEqual(offered({ role: 'owner', end: null })));
  it('is what is owed to people, to an inspection and to us afterwards, and what was filed may be fetched', () => {
    const left = { mayKeepTickets, mayKeepRequests, mayAnswerInspections, mayAttest, mayEndSupport, mayExportFilings };
    expect(offered(owner('ended')).sort()).toEqual(Object.keys(left).sort());
  });
  it('is nothing once the time to read is over', () => expect(offered(owner('closed'))).toEqual([]));
  it('is over from the end on, not from its announcement', () => expect([null, ...(['announced', 'ended', 'closed'] as const).map((state) => ({ state }))].map(isOver)).toEqual([false, false, true, true]));
});
