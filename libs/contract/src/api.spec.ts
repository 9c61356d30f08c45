import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from './api.js';
import { auditActionNames } from './audit-action.js';
import { memberRoles, staffRoles, type Endpoint } from './endpoint.js';
import { problems } from './problem.js';
import { keyScopes } from './scope.js';

const endpoints = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).map(([name, endpoint]) => ({ name: `${chapter}.${name}`, endpoint })));
const named = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const membersOf = (schema: z.ZodType | undefined) => (schema ? Object.keys((z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: object }).properties ?? {}) : []);

describe.each(endpoints)('$name', ({ endpoint }) => {
  const { access, method, path, params, body, query, reply, status } = endpoint;

  it('says who may call, anyone or somebody', () => {
    const somebody = Boolean(access.key) || Boolean(access.member?.length) || Boolean(access.staff?.length);
    expect(somebody).toBe(!access.anyone);
    for (const role of access.member ?? []) expect(memberRoles).toContain(role);
    for (const role of access.staff ?? []) expect(staffRoles).toContain(role);
  });

  it('is at an address of the API in lower case', () => {
    expect(path).toMatch(/^\/(v1|health)(\/([a-z-]+|\{[a-z_]+\}))+$/);
  });

  it('has a shape for each parameter in its path and for no other', () => {
    expect(membersOf(params)).toEqual(named(path));
  });

  it('answers nothing with 204 and something otherwise', () => {
    expect(reply === undefined).toBe(status === 204);
  });

  it('takes a body only where one may be sent, and always where something is made or changed', () => {
    if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined();
    else if (method !== 'POST' || status === 201) expect(body).toBeDefined();
  });

  it('says what it leaves in the audit log, or why it leaves nothing there, unless it only reads', () => {
    // Staff who look at a tenant's data leave that in the tenant's log.
    // To look at a tenant's things, or to carry a log away, is an act too.
    if (method === 'GET') return expect(/^\/v1\/admin\/(support-accesses\/|tenants\/\{id\}\/calls)/.test(path) ? ['support.read'] : [undefined, 'audit.read', 'audit.exported', 'filing.exported', 'inspection.item_opened']).toContain(endpoint.audit);
    const audit = endpoint.audit;
    if (typeof audit === 'object' && 'none' in audit) expect(audit.none.length).toBeGreaterThan(20);
    else for (const action of [audit].flat()) expect(auditActionNames).toContain(action);
  });

  it('names the scope a key needs, if keys may call it', () => {
    expect(endpoint.scope !== undefined).toBe(access.key === true);
    if (access.key) expect([...keyScopes, 'any']).toContain(endpoint.scope);
  });

  it('names the refusal of whatever it checks, and each problem once', () => {
    if (body || query || params) expect(endpoint.problems).toContain('request.invalid');
    if (params) expect(endpoint.problems.some((code) => problems[code].status === 404)).toBe(true);
    expect(new Set(endpoint.problems).size).toBe(endpoint.problems.length);
  });
});

it('no two endpoints share a method and an address', () => {
  const addresses = endpoints.map(({ endpoint: { method, path } }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it('what is for staff lies under /v1/admin or belongs to everybody, and no key opens the admin', () => {
  for (const { endpoint } of endpoints) {
    if (endpoint.path.startsWith('/v1/admin/')) expect(endpoint.access).toEqual({ staff: endpoint.access.staff });
    else if (endpoint.access.staff) expect(endpoint.access.staff).toEqual(staffRoles);
  }
});

it('auditors change nothing, and viewers change nothing but their own session', () => {
  for (const { endpoint } of endpoints)
    if (endpoint.method !== 'GET' && !endpoint.path.startsWith('/v1/session')) {
      expect(endpoint.access.staff ?? []).not.toContain('auditor');
      expect(endpoint.access.member ?? []).not.toContain('viewer');
    }
});

/** Acts that hand out a secret, delete something or change who may do what, and yet ask nobody to confirm; and why. */
const unasked: Record<string, string> = {
  'session.signIn': 'A sign-in is a confirmation',
  'session.secondStep': 'A sign-in is a confirmation',
  'session.signOut': 'Whoever finds a session open may end it',
  'session.confirm': 'It is the confirmation',
  'session.changePassword': 'Asks for the current password itself',
  'approvals.withdraw': 'Takes back one’s own request, and grants nothing',
  'adminApprovals.withdraw': 'Takes back one’s own request, and grants nothing',
  'supportAccesses.end': 'Takes a right back, and grants nothing',
  'adminSupport.end': 'Takes a right back, and grants nothing',
  'filings.discard': 'A draft is its author’s paper; what was handed in stays',
  'filings.removeFile': 'From a draft only; what was handed in stays',
  'deletions.cancel': 'Keeps what was to be erased, and grants nothing',
  'inspections.removeFile': 'Takes back what one showed oneself, before anybody judged it',
  'factors.rename': 'A name alone, which opens nothing',
  'adminMaintenance.act': 'Announces and runs maintenance, where minutes count; the second person confirms who they are',
  'adminMaintenance.change': 'Asks for a second person, who confirms who they are; alone it changes words, and emergencies, where minutes count',
  'jobs.cancel': 'Stops work; results of jobs are gone within a day by themselves',
};
const SECRETS = /secret|password|recovery_codes|token/;
const RIGHTS = /^(key|member|invitation|staff|tenant|quota|plan|approval|support|factor|recovery_codes|oidc|webhook\.(registered|removed|secret_rotated))/;
/** What erases, by whatever method. */
const ERASES = /^(deletion\.requested|erasure\.)/;

/** Every name in a shape, however deep. */
const namesIn = (schema: z.ZodType | undefined): string[] => (schema ? [...JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })).matchAll(/"(\w+)":\{/g)].map(([, name]) => name!) : []);

describe('people confirm who they are', () => {
  const open = endpoints.filter(({ endpoint: { method, access } }) => method !== 'GET' && (access.member || access.staff));
  it.each(open)('before $name, if it hands out a secret, deletes something or changes rights, or there is a reason why not', ({ name, endpoint: { method, audit, reply, stepUp } }) => {
    const actions = typeof audit === 'object' && 'none' in audit ? [] : [audit ?? []].flat();
    const isGrave = method === 'DELETE' || actions.some((action) => RIGHTS.test(action) || ERASES.test(action)) || namesIn(reply).some((member) => SECRETS.test(member) && member !== 'secret_hint' && member !== 'previous_secret_until');
    if (isGrave) expect(stepUp ?? unasked[name]).toBeTruthy();
  });

  it('and no exception outlives its reason', () => {
    const names = new Map(endpoints.map(({ name, endpoint }) => [name, endpoint]));
    for (const name of Object.keys(unasked)) expect(names.get(name)?.stepUp ?? 'none').toBe('none');
  });

  it('nowhere where only a program or nobody in particular calls', () => {
    for (const { endpoint } of endpoints) if (endpoint.stepUp) expect(Boolean(endpoint.access.member ?? endpoint.access.staff)).toBe(true);
  });
});

it('before a second factor is set up nothing opens but what setting one up needs', () => {
  const early = endpoints.filter(({ endpoint }) => endpoint.beforeEnrolment).map(({ name }) => name);
  expect(early.sort()).toEqual(['factors.addPasskey', 'factors.addTotp', 'factors.list', 'factors.offerPasskey', 'factors.offerTotp', 'session.changePassword', 'session.confirm', 'session.current', 'session.offerConfirmation', 'session.signOut']);
});

const text = (schema: z.ZodType | undefined, given: unknown) => schema!.safeParse(given).success;

it('takes no text that the store could not hold', () => {
  expect(text(api.keys.issue.body, { label: 'a\0b' })).toBe(false);
  expect(text(api.recognitions.list.query, { cursor: 'a\0b' })).toBe(false);
  expect(text(api.recognitions.create.query, { tag: 'a\0b' })).toBe(false);
  expect(text(api.keys.issue.body, { label: '发票 🧾' })).toBe(true);
});

it.each(['0000-01-01', '1969-12-31', '9999-12-31', '2026-02-29', '2026-1-1'])('knows no day %s', (day) => {
  expect(text(api.usage.usage.query, { to: day })).toBe(false);
});
