import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { environments } from './environment.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';
import { retentions } from './recognition/options.js';

export const KeyRequest = z
  .strictObject({
    label: wordsUpTo(64).describe('What the key is for, as you will look for it'),
    environment: z.enum(environments).default('live').describe('Test keys never bill'),
    retention: z.enum(retentions).default('none').describe('What is kept of the calls of this key beyond their answers, unless a call says otherwise'),
  })
  .meta({ id: 'KeyRequest' });
export type KeyRequest = z.infer<typeof KeyRequest>;

export const ApiKey = z
  .object({
    id: idOf('key'),
    label: z.string(),
    environment: z.enum(environments),
    retention: z.enum(retentions),
    hint: z.string().describe('The first characters of the secret; the rest is stored nowhere'),
    created_at: Moment,
    last_used_at: Moment.nullable().describe('At most a minute old'),
    revoked_at: Moment.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

export const IssuedKey = ApiKey.extend({ secret: z.string().describe('Shown this once') }).meta({ id: 'IssuedKey' });
export type IssuedKey = z.infer<typeof IssuedKey>;

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
    audit: 'key.issued',
    stepUp: true,
    body: KeyRequest,
    status: 201,
    reply: IssuedKey,
    problems: ['request.invalid'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/v1/keys/{id}',
    summary: 'Revoke an API key',
    description: 'Takes effect with the next call on every node. Revoking twice changes nothing.',
    access: permitted('key.keep'),
    audit: 'key.revoked',
    stepUp: true,
    params: z.object({ id: idOf('key') }),
    status: 200,
    reply: ApiKey,
    problems: ['request.invalid', 'key.not_found'],
  }),
};
