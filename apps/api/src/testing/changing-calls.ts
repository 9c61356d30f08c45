import { api, type Endpoint, type SignIn } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import type { z } from 'zod';
import type { Credentials, World } from './world.js';

export interface Answered {
  status: number;
  requestId: string;
  body: Record<string, unknown>;
}

interface Given {
  params?: Record<string, string>;
  body?: unknown;
}

/** Calls as somebody and tells the request id, whatever the answer. */
export const send = async (world: World, { method, path }: Endpoint, who: Credentials, { params = {}, body }: Given = {}): Promise<Answered> => {
  const address = Object.entries(params).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), path);
  const answer = await fetch(world.url + address, { method, headers: { ...who, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, requestId: answer.headers.get('x-request-id')!, body: text ? (JSON.parse(text) as Answered['body']) : {} };
};

const made = async (answered: Promise<Answered>): Promise<string> => {
  const { status, body } = await answered;
  if (status >= 300) throw new Error(`What a call was to be tried on could not be made: ${status} ${JSON.stringify(body)}`);
  return String(body['id'] ?? body['approval']);
};

/** As `openWorld` gives it to everybody but owners. */
const password = 'correct horse battery';
const signingIn = (world: World, credentials: z.input<typeof SignIn>) => send(world, api.session.signIn, {}, { body: credentials });

const freshSession = async (world: World, email: string): Promise<Credentials> => {
  const answer = await fetch(world.url + api.session.signIn.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
};

const webhook = (world: World) => made(send(world, api.webhooks.create, world.one.roles.owner, { body: { url: 'https://198.51.100.7/hook', label: 'x', events: ['job.succeeded'] } }));
const aboveContract = { basis: 'override', requests_per_second: 4_999, reason: 'A rush that was announced', ends_at: '2999-01-01T00:00:00Z' };
const approval = (world: World) => made(send(world, api.quota.open, world.staff.admin, { params: { id: world.one.id }, body: aboveContract }));

const job = async (world: World): Promise<string> => {
  const page = new Uint8Array(drawPage({ lines: ['ONE'], widthPx: 120, fontPx: 24 }));
  const answer = await fetch(world.url + api.jobs.create.path, { method: 'POST', headers: { ...world.one.key, 'content-type': 'image/png' }, body: page });
  return ((await answer.json()) as { id: string }).id;
};

const deciding = (verdict: 'approve' | 'refuse') => async (world: World) => {
  const id = await approval(world);
  const { body } = await send(world, api.adminApprovals.find, world.staff.admin, { params: { id } });
  return () => send(world, api.adminApprovals.decide, world.staff.operator, { params: { id }, body: { verdict, payload_sha256: body['payload_sha256'], reason: 'Read and weighed' } });
};

/** Prepares what a call is tried on, and answers the call. */
export type Preparing = (world: World) => Promise<() => Promise<Answered>>;

const NO_TENANT_APPROVALS = 'No act of a tenant takes two people yet; the same code decides those of the provider';
let tenants = 0;

const openTenant: Preparing = async (world) => {
  const name = `new${++tenants}`;
  return () => send(world, api.admin.openTenant, world.staff.admin, { body: { name, owner: { name, email: `owner@${name}.example` } } });
};

/**
 * Every changing endpoint with each action it declares, and one call that brings it about; or why there is none yet.
 * The spec fails on an endpoint that is not here.
 */
export const changingCalls: Record<string, Preparing | string> = {
  'keys.issue key.issued': async (world) => () => send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'new' } }),
  'keys.revoke key.revoked': async (world) => {
    const id = await made(send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'old' } }));
    return () => send(world, api.keys.revoke, world.one.roles.owner, { params: { id } });
  },
  'session.signIn session.opened': async (world) => () => signingIn(world, { email: 'viewer@one.example', password }),
  'session.signIn session.refused': async (world) => () => signingIn(world, { email: 'viewer@one.example', password: 'wrong' }),
  'session.signOut session.ended': async (world) => {
    const session = await freshSession(world, 'viewer@one.example');
    return () => send(world, api.session.signOut, session);
  },
  'session.changePassword password.changed': async (world) => {
    const session = await freshSession(world, 'privacy@other.example');
    return () => send(world, api.session.changePassword, session, { body: { current: password, next: password } });
  },
  'webhooks.create webhook.registered': async (world) => () => send(world, api.webhooks.create, world.other.roles.owner, { body: { url: 'https://198.51.100.7/hook', label: 'y', events: ['job.succeeded'] } }),
  'webhooks.change webhook.changed': async (world) => {
    const id = await webhook(world);
    return () => send(world, api.webhooks.change, world.one.roles.owner, { params: { id }, body: { label: 'changed' } });
  },
  'webhooks.rotate webhook.secret_rotated': async (world) => {
    const id = await webhook(world);
    return () => send(world, api.webhooks.rotate, world.one.roles.owner, { params: { id } });
  },
  'webhooks.remove webhook.removed': async (world) => {
    const id = await webhook(world);
    return () => send(world, api.webhooks.remove, world.one.roles.owner, { params: { id } });
  },
  'jobs.cancel job.cancelled': async (world) => {
    const id = await job(world);
    return () => send(world, api.jobs.cancel, world.one.key, { params: { id } });
  },
  'admin.openTenant tenant.opened': openTenant,
  'admin.openTenant quota.term_opened': openTenant,
  'admin.changeTenant tenant.changed': async (world) => () => send(world, api.admin.changeTenant, world.staff.admin, { params: { id: world.one.id }, body: { name: `renamed ${++tenants}` } }),
  'quota.open quota.term_opened': async (world) => () => send(world, api.quota.open, world.staff.admin, { params: { id: world.one.id }, body: { basis: 'contracted', requests_per_second: 1_000, source: { document: 'Annex 2' } } }),
  'quota.open approval.requested': async (world) => () => send(world, api.quota.open, world.staff.admin, { params: { id: world.one.id }, body: aboveContract }),
  'quota.cancel quota.term_cancelled': async (world) => {
    const opened = await send(world, api.quota.open, world.staff.admin, { params: { id: world.one.id }, body: { basis: 'override', requests_per_second: 2, reason: 'A short calm', ends_at: '2999-01-01T00:00:00Z' } });
    const { id: term } = opened.body['term'] as { id: string };
    return () => send(world, api.quota.cancel, world.staff.admin, { params: { id: world.one.id, term } });
  },
  'approvals.decide approval.approved': NO_TENANT_APPROVALS,
  'approvals.decide approval.refused': NO_TENANT_APPROVALS,
  'approvals.withdraw approval.withdrawn': NO_TENANT_APPROVALS,
  'adminApprovals.decide approval.approved': deciding('approve'),
  'adminApprovals.decide approval.refused': deciding('refuse'),
  'adminApprovals.withdraw approval.withdrawn': async (world) => {
    const id = await approval(world);
    return () => send(world, api.adminApprovals.withdraw, world.staff.admin, { params: { id } });
  },
};
