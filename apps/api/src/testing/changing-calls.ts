import { api } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { withApp, withOffer } from './app-holder.js';
import { authorisationCalls } from './authorisation-calls.js';
import type { Calls, Preparing } from './call.js';
import { changeCalls } from './change-calls.js';
import { consentCalls } from './consent-calls.js';
import { keyCalls } from './key-calls.js';
import { noticeCalls } from './notice-calls.js';
import { outageCalls } from './outage-calls.js';
import { maintenanceCalls } from './maintenance-calls.js';
import { peopleCalls } from './people-calls.js';
import { filingCalls } from './filing-calls.js';
import { retentionCalls } from './retention-calls.js';
import { supportCalls } from './support-calls.js';
import { changelogCalls } from './changelog-calls.js';
import { endingCalls } from './ending-calls.js';
import { ticketCalls } from './ticket-calls.js';
import { freshSession, made, password, send, signingIn, somebody, type Answered } from './sending.js';
import type { World } from './world.js';

const webhook = (world: World) => made(send(world, api.webhooks.create, world.one.roles.owner, { body: { url: 'https://198.51.100.7/hook', label: 'x', events: ['job.succeeded'] } }));
const aboveContract = { basis: 'override', requests_per_second: 4_999, reason: 'A rush that was announced', ends_at: '2999-01-01T00:00:00Z' };
const approval = (world: World) => made(send(world, api.quota.open, world.staff.admin, { params: { id: world.one.id }, body: aboveContract }));

const job = async (world: World): Promise<string> => {
  const page = new Uint8Array(drawPage({ lines: ['ONE'], widthPx: 120, fontPx: 24 }));
  const answer = await fetch(world.url + api.jobs.create.path, { method: 'POST', headers: { ...world.one.key, 'content-type': 'image/png' }, body: page });
  return ((await answer.json()) as { id: string }).id;
};

const cancelJob: Preparing = async (world) => {
  const id = await job(world);
  return () => send(world, api.jobs.cancel, world.one.key, { params: { id } });
};

const deciding = (verdict: 'approve' | 'refuse') => async (world: World) => {
  const id = await approval(world);
  const { body } = await send(world, api.adminApprovals.find, world.staff.admin, { params: { id } });
  return () => send(world, api.adminApprovals.decide, world.staff.operator, { params: { id }, body: { verdict, payload_sha256: body['payload_sha256'], reason: 'Read and weighed' } });
};

const NEEDS_PROVIDER = 'Needs the server of another provider; the specs of signing in through one have it';
const NEEDS_AUTHENTICATOR = 'Needs an authenticator; the specs of passkeys have one in software';
let tenants = 0;

const ticketIn = ({ body }: Answered): string => (body['second_step'] as { ticket: string }).ticket;

const addApp: Preparing = async (world) => {
  const { session, ticket, code } = await withOffer(world);
  return () => send(world, api.factors.addTotp, session, { body: { ticket, code: code(), name: 'phone' } });
};

const openTenant: Preparing = async (world) => {
  const name = `new${++tenants}`;
  return () => send(world, api.admin.openTenant, world.staff.admin, { body: { name, owner: { name, email: `owner@${name}.example` } } });
};

/**
 * Every changing endpoint with each action it declares, and one call that brings it about; or why there is none yet.
 * The spec fails on an endpoint that is not here.
 */
export const changingCalls: Calls = {
  ...authorisationCalls,
  ...changeCalls,
  ...keyCalls,
  ...consentCalls,
  ...peopleCalls,
  ...filingCalls,
  ...retentionCalls,
  ...supportCalls,
  ...ticketCalls,
  ...noticeCalls,
  ...outageCalls,
  ...changelogCalls,
  ...endingCalls,
  ...maintenanceCalls,
  'session.signIn session.opened': async (world) => () => signingIn(world, { email: 'viewer@one.example', password }),
  'session.signIn session.refused': async (world) => () => signingIn(world, { email: 'viewer@one.example', password: 'wrong' }),
  'session.secondStep session.opened': async (world) => {
    const { email, nextCode } = await withApp(world);
    const ticket = ticketIn(await signingIn(world, { email, password }));
    return () => send(world, api.session.secondStep, {}, { body: { ticket, code: nextCode() } });
  },
  'session.secondStep session.refused': async (world) => {
    const { email } = await withApp(world);
    const ticket = ticketIn(await signingIn(world, { email, password }));
    return () => send(world, api.session.secondStep, {}, { body: { ticket, recovery_code: '0000000000' } });
  },
  'session.secondStep recovery_code.used': async (world) => {
    const { email, recoveryCodes } = await withApp(world);
    const ticket = ticketIn(await signingIn(world, { email, password }));
    return () => send(world, api.session.secondStep, {}, { body: { ticket, recovery_code: recoveryCodes[0] } });
  },
  'session.signInWithPasskey session.opened': NEEDS_AUTHENTICATOR,
  'session.signInWithPasskey session.refused': NEEDS_AUTHENTICATOR,
  'session.finishOidc oidc.linked': NEEDS_PROVIDER,
  'session.finishOidc session.opened': NEEDS_PROVIDER,
  'session.finishOidc session.refused': NEEDS_PROVIDER,
  'session.confirm session.confirmed': async (world) => {
    const { session } = await somebody(world);
    return () => send(world, api.session.confirm, session, { body: { password } });
  },
  'sessions.revoke session.revoked': async (world) => {
    const { session, email } = await somebody(world);
    await freshSession(world, email);
    const { body } = await send(world, api.sessions.list, session);
    const id = (body['items'] as { id: string; current: boolean }[]).find(({ current }) => !current)!.id;
    return () => send(world, api.sessions.revoke, session, { params: { id } });
  },
  'sessions.revokeOthers session.revoked': async (world) => {
    const { session, email } = await somebody(world);
    await freshSession(world, email);
    return () => send(world, api.sessions.revokeOthers, session);
  },
  'factors.addTotp factor.added': addApp,
  'factors.addTotp recovery_codes.drawn': addApp,
  'factors.addPasskey factor.added': NEEDS_AUTHENTICATOR,
  'factors.addPasskey recovery_codes.drawn': NEEDS_AUTHENTICATOR,
  'factors.rename factor.renamed': async (world) => {
    const { session, factor } = await withApp(world);
    return () => send(world, api.factors.rename, session, { params: { id: factor }, body: { name: 'work phone' } });
  },
  'factors.remove factor.removed': async (world) => {
    const { session, factor } = await withApp(world);
    return () => send(world, api.factors.remove, session, { params: { id: factor } });
  },
  'factors.drawRecoveryCodes recovery_codes.drawn': async (world) => {
    const { session } = await withApp(world);
    return () => send(world, api.factors.drawRecoveryCodes, session);
  },
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
  'jobs.cancel job.cancelled': cancelJob,
  'jobs.cancel erasure.done': cancelJob,
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
  'adminApprovals.decide approval.approved': deciding('approve'),
  'adminApprovals.decide approval.refused': deciding('refuse'),
  'adminApprovals.withdraw approval.withdrawn': async (world) => {
    const id = await approval(world);
    return () => send(world, api.adminApprovals.withdraw, world.staff.admin, { params: { id } });
  },
};
