import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { environments } from './environment.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { retentions } from './recognition/options.js';
import { keyScopes, usualScopes } from './scope.js';

/** Thirty days: longer than that, two secrets are two keys. */
const OVERLAP_MAX_HOURS = 720;
const ADDRESSES_MAX = 50;

const Label = wordsUpTo(64).describe('What the key is for, as you will look for it');
const Purpose = wordsUpTo(200).nullable().describe('What is recognised with it and why, for whoever reviews your keys');
const Scopes = z.array(z.enum(keyScopes)).min(1).max(keyScopes.length).describe('What it may be used for');
const AddressBlock = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], { error: 'must be an address or a block, such as 203.0.113.7, 10.20.0.0/16 or 2001:db8::/32' });
const AllowedAddresses = z.array(AddressBlock).max(ADDRESSES_MAX).describe('Where it may be used from: addresses and CIDR blocks of IPv4 and IPv6. Empty for anywhere');
const ExpiresAt = Moment.nullable().describe('From then on it is refused; null for never');
const KeyQuota = z.int().min(1).max(5000).nullable().describe('Calls of this key that are accepted in any one second, within the quota of the tenant; null for as many as that');

export const KeyRequest = z
  .strictObject({
    label: Label,
    environment: z.enum(environments).default('live').describe('Test keys never bill, and share a small quota of their own'),
    retention: z.enum(retentions).default('none').describe('What is kept of the calls of this key beyond their answers, unless a call says otherwise'),
    scopes: Scopes.default([...usualScopes]),
    purpose: Purpose.default(null),
    allowed_addresses: AllowedAddresses.default([]),
    expires_at: ExpiresAt.default(null),
    requests_per_second: KeyQuota.default(null),
  })
  .meta({ id: 'KeyRequest' });
export type KeyRequest = z.infer<typeof KeyRequest>;
/** As a caller may send it: whatever has a default may be left out. */
export type KeyWish = z.input<typeof KeyRequest>;

export const KeyChange = z
  .strictObject({ label: Label, retention: z.enum(retentions), scopes: Scopes, purpose: Purpose, allowed_addresses: AllowedAddresses, expires_at: ExpiresAt, requests_per_second: KeyQuota })
  .partial()
  .meta({ id: 'KeyChange' });
export type KeyChange = z.infer<typeof KeyChange>;

export const keyStates = ['active', 'retiring', 'rotated', 'expired', 'revoked'] as const;

export const ApiKey = z
  .object({
    id: idOf('key'),
    label: z.string(),
    environment: z.enum(environments),
    retention: z.enum(retentions),
    scopes: z.array(z.enum(keyScopes)),
    purpose: z.string().nullable(),
    allowed_addresses: z.array(z.string()),
    requests_per_second: z.int().nullable(),
    hint: z.string().describe('The first characters of the secret; the rest is stored nowhere'),
    state: z.enum(keyStates).describe('`retiring`: it was rotated, and works until `retires_at` beside its successor'),
    created_at: Moment,
    expires_at: Moment.nullable(),
    last_used_at: Moment.nullable().describe('At most a minute old'),
    last_used_from: z.string().nullable().describe('The address of the network it was last used from'),
    last_used_for: z.string().nullable().describe('The endpoint it was last used for'),
    retires_at: Moment.nullable().describe('From then on it is refused, because it was rotated'),
    successor: idOf('key').nullable().describe('The key it was rotated to'),
    revoked_at: Moment.nullable(),
    revoked_because: z.enum(['member', 'leak']).nullable().describe('`leak`: somebody showed that they hold the secret'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

export const IssuedKey = ApiKey.extend({ secret: z.string().describe('Shown this once') }).meta({ id: 'IssuedKey' });
export type IssuedKey = z.infer<typeof IssuedKey>;

export const KeyRotation = z
  .strictObject({ overlap_hours: z.int().min(0).max(OVERLAP_MAX_HOURS).default(24).describe('How long the old secret works beside the new one; 0 when it may be in wrong hands') })
  .meta({ id: 'KeyRotation' });

const LEAKS_MAX = 100;

export const KeyLeakReport = z
  .strictObject({
    keys: z.array(z.string().max(200)).min(1).max(LEAKS_MAX).describe('The secrets as they were found. Who holds one needs no other proof; more than one at a time only with a signature'),
    url: z.url({ protocol: /^https?$/ }).max(2000).optional().describe('Where they were found'),
  })
  .meta({ id: 'KeyLeakReport' });
export type KeyLeakReport = z.infer<typeof KeyLeakReport>;

export const KeyLeakAnswer = z
  .object({ items: z.array(z.object({ hint: z.string(), outcome: z.enum(['revoked', 'ended_before', 'unknown', 'malformed']).describe('`ended_before`: it was revoked, rotated out or expired already') })).describe('In the order in which they were sent') })
  .meta({ id: 'KeyLeakAnswer' });
export type KeyLeakAnswer = z.infer<typeof KeyLeakAnswer>;

const KeyId = z.object({ id: idOf('key') });

export const keyApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/keys',
    summary: 'List API keys',
    description: 'Every key of the tenant, revoked ones too, newest first.',
    access: permitted('key.read'),
    status: 200,
    reply: z.object({ items: z.array(ApiKey) }).meta({ id: 'KeyList' }),
    problems: [],
  }),
  issue: endpoint({
    method: 'POST',
    path: '/v1/keys',
    summary: 'Issue an API key',
    access: permitted('key.keep'),
    settings: 'none',
    audit: 'key.issued',
    stepUp: true,
    body: KeyRequest,
    status: 201,
    reply: IssuedKey,
    problems: ['request.invalid'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/keys/{id}',
    summary: 'Change an API key',
    description: 'Holds from the next call on every node. The secret stays; what it opens changes.',
    access: permitted('key.keep'),
    settings: { label: 'free', retention: 'retention', scopes: 'free', purpose: 'key_purpose', allowed_addresses: 'allowed_addresses', expires_at: 'free', requests_per_second: 'qps_need' },
    audit: 'key.changed',
    stepUp: true,
    params: KeyId,
    body: KeyChange,
    status: 200,
    reply: ApiKey,
    problems: ['request.invalid', 'key.not_found', 'key.ended', 'change.notice_required'],
  }),
  rotate: endpoint({
    method: 'POST',
    path: '/v1/keys/{id}/rotation',
    summary: 'Rotate an API key',
    description: 'Issues a successor with a new secret and all else the same. The old secret works until the overlap is over, to the second and on every node; with an overlap of 0 it is refused at once.',
    access: permitted('key.keep'),
    settings: 'none',
    audit: 'key.rotated',
    stepUp: true,
    params: KeyId,
    body: KeyRotation,
    status: 201,
    reply: IssuedKey,
    problems: ['request.invalid', 'key.not_found', 'key.ended'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/v1/keys/{id}',
    summary: 'Revoke an API key',
    description: 'Takes effect with the next call on every node. Revoking twice changes nothing.',
    access: permitted('key.keep'),
    settings: 'none',
    audit: 'key.revoked',
    stepUp: true,
    params: KeyId,
    status: 200,
    reply: ApiKey,
    problems: ['request.invalid', 'key.not_found'],
  }),
  reportLeak: endpoint({
    method: 'POST',
    path: '/v1/key-leaks',
    summary: 'Report leaked API keys',
    description:
      'Revokes them at once and tells the owners of their tenants by mail. One key is its own proof. Scanners that report several sign the body as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`) with the secret they agreed with the operator.',
    access: permitted('public'),
    audit: 'key.leaked',
    body: KeyLeakReport,
    status: 200,
    reply: KeyLeakAnswer,
    problems: ['request.invalid', 'leak.signature_missing', 'leak.signature_wrong'],
  }),
};
