import { z } from 'zod';
import { endpoint, memberRoles, staffRoles } from './endpoint.js';
import { TotpCode, Ticket } from './factor.js';
import { idOf, Moment } from './fields.js';
import { permitted } from './permission.js';
import { PasskeyAnswer, PasskeyOptions } from './webauthn.js';

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
    confirmed_until: Moment.describe('Until when acts that ask for it pass without confirming again'),
    mfa: z.object({
      enforced: z.boolean().describe('Whether this install requires a second factor of staff and owners'),
      assured: z.boolean().describe('Whether this session was opened or confirmed with a second factor'),
      enrolment_required: z.boolean().describe('Until a second factor is set up, this session opens nothing else'),
    }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const SecondStep = z
  .object({
    ticket: Ticket,
    expires_at: Moment,
    totp: z.boolean().describe('Whether a code of an authenticator app can be given'),
    recovery_code: z.boolean(),
    passkey: PasskeyOptions.nullable(),
  })
  .meta({ id: 'SecondStep' });
export type SecondStep = z.infer<typeof SecondStep>;

export const SignInAnswer = z
  .object({
    state: z.enum(['signed_in', 'mfa_required']),
    session: Session.nullable().describe('Present when `signed_in`; its cookie is set'),
    second_step: SecondStep.nullable().describe('Present when `mfa_required`: what to take the second step with'),
  })
  .meta({ id: 'SignInAnswer' });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const RecoveryCode = z
  .string()
  .max(32)
  .transform((typed) => typed.toLowerCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/, 'must be one of the ten recovery codes'));

const byCode = { code: TotpCode };
const byPasskey = { passkey: PasskeyAnswer };

export const SecondStepProof = z
  .union([z.strictObject({ ticket: Ticket, ...byCode }), z.strictObject({ ticket: Ticket, recovery_code: RecoveryCode }), z.strictObject({ ticket: Ticket, ...byPasskey })])
  .meta({ id: 'SecondStepProof' });
export type SecondStepProof = z.output<typeof SecondStepProof>;

export const Confirmation = z
  .union([z.strictObject({ password: z.string().min(1).max(200) }), z.strictObject(byCode), z.strictObject({ ticket: Ticket, ...byPasskey })])
  .meta({ id: 'Confirmation' });
export type Confirmation = z.output<typeof Confirmation>;

export const SignInOptions = z
  .object({ passkeys: z.boolean(), oidc: z.object({ label: z.string() }).nullable().describe('Another provider through which people can sign in') })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof SignInOptions>;

export const sessionApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/v1/session',
    summary: 'Sign in',
    description: 'Sets the session cookie, or asks for the second step where the person has a second factor. An unknown address and a wrong password answer alike.',
    access: permitted('public'),
    audit: ['session.opened', 'session.refused'],
    body: SignIn,
    status: 200,
    reply: SignInAnswer,
    problems: ['request.invalid', 'session.refused', 'session.throttled', 'request.cross_site'],
  }),
  options: endpoint({ method: 'GET', path: '/v1/session/options', summary: 'How people can sign in here', access: permitted('public'), status: 200, reply: SignInOptions, problems: [] }),
  secondStep: endpoint({
    method: 'POST',
    path: '/v1/session/second-step',
    summary: 'Take the second step of a sign-in',
    description: 'With a code, a recovery code or a passkey. Sets the session cookie. A recovery code is void once it is used.',
    access: permitted('public'),
    audit: ['session.opened', 'session.refused', 'recovery_code.used'],
    body: SecondStepProof,
    status: 200,
    reply: Session,
    problems: ['request.invalid', 'mfa.refused', 'mfa.ticket_expired', 'session.refused', 'session.throttled', 'request.cross_site', 'storage.unavailable'],
  }),
  offerPasskey: endpoint({
    method: 'POST',
    path: '/v1/session/passkey-options',
    summary: 'Begin to sign in with a passkey',
    access: permitted('public'),
    audit: { none: 'Nobody has shown who they are yet, and nothing is kept' },
    status: 200,
    reply: z.object({ ticket: Ticket, options: PasskeyOptions }).meta({ id: 'PasskeySignInOffer' }),
    problems: ['passkey.unavailable', 'request.cross_site'],
  }),
  signInWithPasskey: endpoint({
    method: 'POST',
    path: '/v1/session/passkey',
    summary: 'Sign in with a passkey',
    description: 'The authenticator must have verified the person, by PIN or finger say, which makes it both steps in one.',
    access: permitted('public'),
    audit: ['session.opened', 'session.refused'],
    body: z.strictObject({ ticket: Ticket, passkey: PasskeyAnswer }).meta({ id: 'PasskeySignIn' }),
    status: 200,
    reply: Session,
    problems: ['request.invalid', 'passkey.refused', 'passkey.unavailable', 'mfa.ticket_expired', 'session.refused', 'session.throttled', 'request.cross_site'],
  }),
  beginOidc: endpoint({
    method: 'POST',
    path: '/v1/session/oidc',
    summary: 'Begin to sign in through the other provider',
    description: 'Answers the address to lead the browser to, and sets a cookie that ties the way back to this browser.',
    access: permitted('public'),
    audit: { none: 'Nobody has shown who they are yet, and nothing is kept' },
    status: 200,
    reply: z.object({ url: z.string() }).meta({ id: 'OidcStart' }),
    problems: ['oidc.unavailable', 'oidc.unreachable', 'request.cross_site'],
  }),
  finishOidc: endpoint({
    method: 'POST',
    path: '/v1/session/oidc/callback',
    summary: 'Finish a sign-in through the other provider',
    description: 'With the query the provider sent the browser back with. Links nobody but people this install knows, by a verified address.',
    access: permitted('public'),
    audit: ['session.opened', 'session.refused', 'oidc.linked'],
    body: z.strictObject({ query: z.string().min(1).max(4_096) }).meta({ id: 'OidcReturn' }),
    status: 200,
    reply: SignInAnswer,
    problems: ['request.invalid', 'oidc.unavailable', 'oidc.unreachable', 'oidc.refused', 'oidc.person_unknown', 'mfa.ticket_expired', 'session.refused', 'request.cross_site'],
  }),
  current: endpoint({
    method: 'GET',
    path: '/v1/session',
    summary: 'Who is signed in',
    access: permitted('session.own'),
    beforeEnrolment: true,
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
    beforeEnrolment: true,
    status: 204,
    problems: [],
  }),
  offerConfirmation: endpoint({
    method: 'POST',
    path: '/v1/session/confirm-options',
    summary: 'What you can confirm with',
    access: permitted('session.own'),
    beforeEnrolment: true,
    audit: { none: 'A question; the confirmation itself is written' },
    status: 200,
    reply: z.object({ ticket: Ticket, totp: z.boolean(), passkey: PasskeyOptions.nullable() }).meta({ id: 'ConfirmationOffer' }),
    problems: [],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/v1/session/confirm',
    summary: 'Confirm who you are',
    description: 'By password, code or passkey. For five minutes acts that ask for it pass. The session goes on under a new token; the one before opens nothing any more.',
    access: permitted('session.own'),
    beforeEnrolment: true,
    audit: 'session.confirmed',
    body: Confirmation,
    status: 200,
    reply: Session,
    problems: ['request.invalid', 'password.wrong', 'mfa.refused', 'mfa.ticket_expired', 'session.throttled', 'storage.unavailable'],
  }),
  places: endpoint({
    method: 'GET',
    path: '/v1/session/tenants',
    summary: 'The tenants you are a member of',
    access: permitted('session.own'),
    status: 200,
    reply: z.object({ items: z.array(z.object({ id: idOf('ten'), name: z.string(), role: z.enum(memberRoles) })).describe('Empty for staff') }).meta({ id: 'PlaceList' }),
    problems: [],
  }),
  switchTenant: endpoint({
    method: 'PUT',
    path: '/v1/session/tenant',
    summary: 'Work for another of your tenants',
    description: 'The session goes on there, under a new token.',
    access: permitted('session.own'),
    settings: 'none',
    audit: 'session.switched',
    body: z.strictObject({ tenant: idOf('ten') }).meta({ id: 'TenantSwitch' }),
    status: 204,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/v1/session/password',
    summary: 'Change your password',
    description: 'Ends every other session of yours.',
    access: permitted('session.own'),
    settings: 'none',
    audit: 'password.changed',
    beforeEnrolment: true,
    body: z.strictObject({ current: z.string().max(200), next: Password }).meta({ id: 'PasswordChange' }),
    status: 204,
    problems: ['request.invalid', 'password.wrong', 'session.throttled'],
  }),
};
