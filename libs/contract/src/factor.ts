import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { factorKinds } from './factor-kind.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { NewPasskey, PasskeyOptions } from './webauthn.js';

/** The six digits of an authenticator app. People type a space in the middle. */
export const TotpCode = z
  .string()
  .max(16)
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'must be the six digits the app shows'));

export const Ticket = z.string().min(1).max(8_192).describe('What the step before answered. Runs out after a few minutes and can be taken once');

const FactorName = wordsUpTo(64).describe('For you to tell them apart');

export const Factor = z
  .object({ id: idOf('fac'), kind: z.enum(factorKinds), name: z.string(), created_at: Moment, last_used_at: Moment.nullable() })
  .meta({ id: 'Factor' });
export type Factor = z.infer<typeof Factor>;

export const FactorList = z
  .object({
    items: z.array(Factor),
    recovery_codes_left: z.int(),
    enforced: z.boolean().describe('Whether this install requires a second factor of staff and owners'),
    passkeys: z.boolean().describe('Whether passkeys can be used at the address of this console'),
  })
  .meta({ id: 'FactorList' });
export type FactorList = z.infer<typeof FactorList>;

const RecoveryCodes = z.array(z.string());

export const AddedFactor = z
  .object({ factor: Factor, recovery_codes: RecoveryCodes.nullable().describe('Drawn with the first factor, and shown this once') })
  .meta({ id: 'AddedFactor' });
export type AddedFactor = z.infer<typeof AddedFactor>;

export const TotpOffer = z
  .object({
    ticket: Ticket,
    secret: z.string().describe('For typing into an app that cannot scan, in base 32'),
    uri: z.string().describe('`otpauth://…`, as authenticator apps read it'),
    qr_svg: z.string().describe('The same as a picture to scan'),
  })
  .meta({ id: 'TotpOffer' });
export type TotpOffer = z.infer<typeof TotpOffer>;


const own = { access: permitted('session.own'), beforeEnrolment: true } as const;

export const factorApi = {
  list: endpoint({ ...own, method: 'GET', path: '/v1/session/factors', summary: 'List your second factors', status: 200, reply: FactorList, problems: [] }),
  offerTotp: endpoint({
    ...own,
    method: 'POST',
    path: '/v1/session/factors/totp',
    summary: 'Begin to add an authenticator app',
    description: 'Nothing is kept until the first code of the app is sent with the ticket.',
    audit: { none: 'Nothing is added before the first code is right' },
    stepUp: true,
    status: 200,
    reply: TotpOffer,
    problems: ['factor.too_many'],
  }),
  addTotp: endpoint({
    ...own,
    method: 'POST',
    path: '/v1/session/factors/totp/confirm',
    summary: 'Add an authenticator app',
    description: 'With the first factor ten recovery codes are drawn, and your other sessions end.',
    audit: ['factor.added', 'recovery_codes.drawn'],
    stepUp: true,
    body: z.strictObject({ ticket: Ticket, code: TotpCode, name: FactorName }).meta({ id: 'TotpAddition' }),
    status: 201,
    reply: AddedFactor,
    problems: ['request.invalid', 'mfa.refused', 'mfa.ticket_expired', 'factor.too_many', 'session.throttled', 'storage.unavailable'],
  }),
  offerPasskey: endpoint({
    ...own,
    method: 'POST',
    path: '/v1/session/factors/passkey',
    summary: 'Begin to add a passkey',
    audit: { none: 'Nothing is added before the browser has made the passkey' },
    stepUp: true,
    status: 200,
    reply: z.object({ ticket: Ticket, options: PasskeyOptions }).meta({ id: 'PasskeyOffer' }),
    problems: ['passkey.unavailable', 'factor.too_many'],
  }),
  addPasskey: endpoint({
    ...own,
    method: 'POST',
    path: '/v1/session/factors/passkey/confirm',
    summary: 'Add a passkey',
    description: 'With the first factor ten recovery codes are drawn, and your other sessions end.',
    audit: ['factor.added', 'recovery_codes.drawn'],
    stepUp: true,
    body: z.strictObject({ ticket: Ticket, name: FactorName, passkey: NewPasskey }).meta({ id: 'PasskeyAddition' }),
    status: 201,
    reply: AddedFactor,
    problems: ['request.invalid', 'passkey.refused', 'passkey.unavailable', 'mfa.ticket_expired', 'factor.too_many'],
  }),
  rename: endpoint({
    method: 'PATCH',
    path: '/v1/session/factors/{id}',
    summary: 'Rename a second factor',
    access: permitted('session.own'),
    settings: 'none',
    audit: 'factor.renamed',
    params: z.object({ id: idOf('fac') }),
    body: z.strictObject({ name: FactorName }).meta({ id: 'FactorChange' }),
    status: 200,
    reply: Factor,
    problems: ['request.invalid', 'factor.not_found'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/v1/session/factors/{id}',
    summary: 'Remove a second factor',
    description: 'The recovery codes go with the last one.',
    access: permitted('session.own'),
    audit: 'factor.removed',
    stepUp: true,
    params: z.object({ id: idOf('fac') }),
    status: 204,
    problems: ['request.invalid', 'factor.not_found', 'factor.last'],
  }),
  drawRecoveryCodes: endpoint({
    method: 'POST',
    path: '/v1/session/recovery-codes',
    summary: 'Draw new recovery codes',
    description: 'The ones before are void from now on.',
    access: permitted('session.own'),
    audit: 'recovery_codes.drawn',
    stepUp: true,
    status: 200,
    reply: z.object({ recovery_codes: RecoveryCodes.describe('Shown this once') }).meta({ id: 'RecoveryCodes' }),
    problems: ['factor.not_found'],
  }),
};
