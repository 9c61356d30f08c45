import { describe, expect, it } from 'vitest';
import { afterSignIn } from './home-of';

const member = { staff: null };
const staff = { staff: { role: 'admin' as const } };

describe('after signing in', () => {
  it('a member returns to the page that asked for it', () => expect(afterSignIn(member, '/recognitions?cursor=x')).toBe('/recognitions?cursor=x'));
  it('each begins at home where none did', () => expect([afterSignIn(member, undefined), afterSignIn(staff, '/')]).toEqual(['/overview', '/admin']));
  it('nobody is led out of the console', () => expect(['//evil.example', '/\\evil.example', 'https://evil.example'].map((next) => afterSignIn(member, next))).toEqual(['/overview', '/overview', '/overview']));
  it('nobody is led to the other side', () => expect([afterSignIn(member, '/admin/tenants'), afterSignIn(staff, '/keys')]).toEqual(['/overview', '/admin']));
  it('does not take a page that only begins alike for the other side', () => expect(afterSignIn(member, '/administrivia')).toBe('/administrivia'));
});
