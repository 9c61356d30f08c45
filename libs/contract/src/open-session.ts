import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, Moment } from './fields.js';
import { permitted } from './permission.js';

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'opera', 'other'] as const;
export const systems = ['windows', 'macos', 'linux', 'android', 'ios', 'other'] as const;

export const OpenSession = z
  .object({
    id: idOf('ses'),
    browser: z.enum(browsers).describe('Family only; the rest of what the browser says of itself is not kept'),
    system: z.enum(systems),
    address: z.string().describe('Where it was used from last'),
    created_at: Moment,
    seen_at: Moment.describe('At most a minute old'),
    expires_at: Moment,
    current: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;



export const openSessionApi = {
  list: endpoint({ method: 'GET', path: '/v1/sessions', summary: 'List where you are signed in', access: permitted('session.own'), status: 200, reply: z.object({ items: z.array(OpenSession).describe('Used last, first') }).meta({ id: 'OpenSessionList' }), problems: [] }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/v1/sessions/{id}',
    summary: 'End one of your sessions',
    description: 'Its next call is refused, on every node.',
    access: permitted('session.own'),
    audit: 'session.revoked',
    stepUp: true,
    params: z.object({ id: idOf('ses') }),
    status: 204,
    problems: ['request.invalid', 'session.not_found'],
  }),
  revokeOthers: endpoint({ method: 'DELETE', path: '/v1/sessions', summary: 'End every other session of yours', access: permitted('session.own'), audit: 'session.revoked', stepUp: true, status: 204, problems: [] }),
};
