import { z } from 'zod';
import { endpoint, memberRoles, staffRoles } from './endpoint.js';
import { idOf, Moment } from './fields.js';
import { permitted } from './permission.js';

export const SignIn = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });

export const Password = z.string().min(12, 'must be at least 12 characters').max(200);

export const Session = z
  .object({
    person: z.object({ id: idOf('per'), name: z.string(), email: z.email() }),
    tenant: z
      .object({ id: idOf('ten'), name: z.string(), role: z.enum(memberRoles) })
      .nullable()
      .describe('The tenant this person works for; null for staff of the provider'),
    staff: z
      .object({ role: z.enum(staffRoles) })
      .nullable()
      .describe('Their place with the provider; null for members'),
    expires_at: Moment,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const sessionApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/v1/session',
    summary: 'Sign in',
    description: 'Sets the session cookie. An unknown address and a wrong password answer alike.',
    access: permitted('public'),
    audit: ['session.opened', 'session.refused'],
    body: SignIn,
    status: 200,
    reply: Session,
    problems: ['request.invalid', 'session.refused', 'session.throttled', 'request.cross_site'],
  }),
  current: endpoint({
    method: 'GET',
    path: '/v1/session',
    summary: 'Who is signed in',
    access: permitted('session.own'),
    status: 200,
    reply: Session,
    problems: [],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/v1/session',
    summary: 'Sign out',
    access: permitted('session.own'),
    audit: 'session.ended',
    status: 204,
    problems: [],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/v1/session/password',
    summary: 'Change your password',
    description: 'Ends every other session of yours.',
    access: permitted('session.own'),
    audit: 'password.changed',
    body: z.strictObject({ current: z.string().max(200), next: Password }).meta({ id: 'PasswordChange' }),
    status: 204,
    problems: ['request.invalid', 'password.wrong', 'session.throttled'],
  }),
};
