import { describe, expect, it } from 'vitest';
import { afterSignIn } from './home-of';

const mfa = { enforced: true, assured: true, enrolment_required: false };
const member = { staff: null, mfa };
const staff = { staff: { role: 'admin' as const }, mfa };

describe('after signing in', () => {
  it('a member returns to the page that asked for it', () => expect(afterSignIn(member, '/recognitions?cursor=x')).toBe('/recognitions?cursor=x'));
  it('each begins at home where none did', () => expect([afterSignIn(member, undefined), afterSignIn(staff, '/')]).toEqual(['/overview', '/admin']));
  it('whoever must set up a second factor is led there first', () => expect(afterSignIn({ ...staff, mfa: { ...mfa, enrolment_required: true } }, '/admin/nodes')).toBe('/enrol?next=%2Fadmin%2Fnodes'));
  it('nobody is led out of the console', () => expect(['//evil.example', '/\\evil.example', 'https://evil.example'].map((next) => afterSignIn(member, next))).toEqual(['/overview', '/overview', '/overview']));
  it('nobody is led to the other side', () => expect([afterSignIn(member, '/admin/tenants'), afterSignIn(staff, '/keys')]).toEqual(['/overview', '/admin']));
  it('does not take a page that only begins alike for the other side', () => expect(afterSignIn(member, '/administrivia')).toBe('/administrivia'));
});
