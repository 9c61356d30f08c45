import { api, memberRoles, staffRoles, type MemberRole, type StaffRole } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractFile } from './testing/filing-calls.js';
import { anOutage } from './testing/outage-things.js';
import { bodies } from './testing/bodies.js';
import { plain, queries, rows, type Row } from './testing/routes.js';
import { send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

const guarded = rows.filter(({ endpoint }) => !endpoint.access.anyone);

type Role = 'anonymous' | 'key' | MemberRole | StaffRole;
const roles: Role[] = ['anonymous', 'key', ...memberRoles, ...staffRoles];
const isMember = (role: Role): role is MemberRole => memberRoles.includes(role as MemberRole);
const isStaff = (role: Role): role is StaffRole => staffRoles.includes(role as StaffRole);
const mayCall = ({ endpoint: { access } }: Row, role: Role): boolean =>
  role === 'key' ? access.key === true : isMember(role) ? Boolean(access.member?.includes(role)) : isStaff(role) ? Boolean(access.staff?.includes(role)) : false;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.confirm();
});
afterAll(() => world.close());

const credentialsOf = (role: Role): Credentials => (role === 'anonymous' ? {} : role === 'key' ? world.one.key : isMember(role) ? world.one.roles[role] : world.staff[role as StaffRole]);

type Whose = 'own' | 'foreign' | 'missing';

const idOf = (prefix: string, whose: Whose): string => {
  if (whose === 'missing') return `${prefix}_${'0'.repeat(26)}`;
  const id = (whose === 'own' ? world.one : world.other).ids[prefix];
  if (!id) throw new Error(`No tenant of this world has a ${prefix}_…: give it one, so that its routes are checked.`);
  return id;
};

/** The address with ids of one side. `deepest` leaves the outer ids our own, so that only the last one is another's. */
const addressOf = ({ endpoint, params }: Row, whose: Whose, deepest = false): string => {
  const lastId = params.filter(({ prefix }) => prefix).at(-1);
  return params.reduce((path, param) => path.replace(`{${param.name}}`, param.prefix ? idOf(param.prefix, deepest && param !== lastId ? 'own' : whose) : plain[param.name]!), endpoint.path);
};

interface Answer {
  status: number;
  type: string | null;
  body: string;
  tookMs: number;
}

const ask = async (row: Row, role: Role, address: string): Promise<Answer> => {
  const { method } = row.endpoint;
  const body = row.endpoint.body || row.endpoint.upload ? JSON.stringify(bodies[row.name]) : undefined;
  const beganMs = performance.now();
  const answer = await fetch(world.url + address + (queries[row.name] ?? ''), { method, headers: { ...credentialsOf(role), ...(body && { 'content-type': 'application/json' }) }, ...(body && { body }), signal: AbortSignal.timeout(10_000) });
  const text = address.endsWith('/events') && answer.status === 200 ? (await answer.body!.cancel(), '') : await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type'), body: text.replace(/req_[0-9a-z]{26}/g, 'req'), tookMs: performance.now() - beganMs };
};

/** All but how long it took. */
const plainly = ({ status, type, body }: Answer) => ({ status, type, body });
const codeIn = ({ body }: Answer): string => (JSON.parse(body) as { code: string }).code;

it('every route that takes a body has one here, and no row is left of a route that is gone', () => {
  expect(Object.keys(bodies).sort()).toEqual(rows.filter(({ endpoint }) => endpoint.body || endpoint.upload).map(({ name }) => name).sort());
});

const hasIds = ({ params }: Row): boolean => params.some(({ prefix }) => prefix);

/** What holds for whoever may call a route in the name of a tenant. */
const keepsApart = (row: Row, insiders: readonly Role[]): void => {
  if (hasIds(row))
    it('answers for another tenant’s as for what does not exist', async () => {
      for (const role of insiders)
        for (const deepest of row.params.filter(({ prefix }) => prefix).length > 1 ? [false, true] : [false]) {
          const [foreign, missing] = [await ask(row, role, addressOf(row, 'foreign', deepest)), await ask(row, role, addressOf(row, 'missing', deepest))];
          expect(missing.status).toBe(404);
          expect({ role, deepest, ...plainly(foreign) }).toEqual({ role, deepest, ...plainly(missing) });
        }
    });

  if (row.endpoint.method === 'GET')
    it(hasIds(row) ? 'answers for one’s own' : 'shows nothing of another tenant', async () => {
      for (const role of insiders) {
        const answer = await ask(row, role, addressOf(row, 'own'));
        expect([401, 403, 404, 500, 501]).not.toContain(answer.status);
        for (const id of Object.values(world.other.ids)) expect(answer.body).not.toContain(id);
      }
    });
};

describe.each(guarded)('$name', (row) => {
  it('is closed to whoever is not named, whatever they ask for (trudesk 754, among all)', async () => {
    for (const role of roles.filter((one) => !mayCall(row, one)))
      for (const whose of row.params.length ? (['own', 'foreign', 'missing'] as const) : (['own'] as const)) {
        const answer = await ask(row, role, addressOf(row, whose));
        expect({ role, whose, status: answer.status, code: codeIn(answer) }).toEqual({ role, whose, ...(role === 'anonymous' ? { status: 401, code: 'auth.required' } : { status: 403, code: 'access.denied' }) });
      }
  });

  const insiders = roles.filter((role) => mayCall(row, role) && !isStaff(role));
  if (insiders.length) keepsApart(row, insiders);

  const staff = roles.filter((role) => mayCall(row, role) && isStaff(role));
  if (hasIds(row) && staff.length && !insiders.length)
    it('knows nothing of what does not exist', async () => {
      for (const role of staff) expect((await ask(row, role, addressOf(row, 'missing'))).status).toBe(404);
    });
});

/** Every address that takes an id is asked some times, and then eighty times, and again, where another thing may have kept the machine busy. */
const TIMING_MS = 180_000;
it('takes as long for another tenant’s as for what does not exist', async () => {
  const LOOKS = [12, 40, 40, 40, 80];
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
  /** Which of the two takes longer, if either does. */
  const slower = async (row: Row, pairs: number): Promise<'foreign' | 'missing' | undefined> => {
    const [foreign, missing]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < pairs; pair++) {
      // By turns who comes first, so that whatever else the machine does meets both alike.
      for (const whose of pair % 2 ? (['foreign', 'missing'] as const) : (['missing', 'foreign'] as const)) (whose === 'foreign' ? foreign : missing).push((await ask(row, 'owner', addressOf(row, whose))).tookMs);
    }
    const [one, other] = [median(foreign), median(missing)];
    return Math.abs(one - other) <= 2 + 0.25 * Math.min(one, other) ? undefined : one > other ? 'foreign' : 'missing';
  };
  // What the machine did meanwhile makes now the one slower and now the other; what the answer tells makes the same one slower at every look.
  const alwaysDiffers = async (row: Row): Promise<boolean> => {
    const seen = new Set<'foreign' | 'missing' | undefined>();
    for (const pairs of LOOKS) {
      seen.add(await slower(row, pairs));
      if (seen.size > 1 || seen.has(undefined)) return false;
    }
    return true;
  };
  const telling: string[] = [];
  for (const row of guarded.filter(({ endpoint, params }) => endpoint.method === 'GET' && endpoint.access.member?.includes('owner') && params.some(({ prefix }) => prefix))) if (await alwaysDiffers(row)) telling.push(row.name);
  expect(telling).toEqual([]);
}, TIMING_MS);


describe('by the conditions of our own statements, while the store’s fence is down', () => {
  beforeAll(async () => {
    const { rows: fenced } = await world.owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity`);
    for (const { name } of fenced) await world.owner.query(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
  });

  for (const row of guarded) {
    const insiders = roles.filter((role) => mayCall(row, role) && !isStaff(role));
    if (insiders.length && (hasIds(row) || row.endpoint.method === 'GET')) describe(row.name, () => keepsApart(row, insiders));
  }
});

it('lets the owner change every one of their own, so that what was refused above was refused for whose it is', async () => {
  // What needs a second person is decided by nobody who asked for it.
  const changing = guarded.filter(({ name }) => name !== 'approvals.decide').filter(({ endpoint, params }) => endpoint.method !== 'GET' && params.some(({ prefix }) => prefix) && (endpoint.access.member?.includes('owner') ?? false));
  // What removes comes last.
  /** What can be removed from a draft has to be put there: the one before was handed in. */
  /** Another notice, as far as the next act on it needs. */
  const another = async (acts: readonly (typeof api.changes.apply)[] = []): Promise<void> => {
    const owner = world.one.roles.owner;
    const id = String((await send(world, api.changes.create, owner, { body: bodies['changes.create']! })).body['id']);
    await send(world, api.adminChanges.decide, world.staff.operator, { params: { id }, body: { verdict: 'acknowledge' } });
    for (const act of acts) await send(world, act, owner, { params: { id } });
    world.one.ids['chg'] = id;
  };
  const beforehand: Record<string, () => Promise<void>> = {
    'availability.dispute': async () => {
      const from = new Date(Date.now() - 10_000).toISOString();
      const { body } = await send(world, api.adminAvailability.enter, world.staff.admin, { body: { ...anOutage, from, until: new Date(Date.now() - 1_000).toISOString() } });
      world.one.ids['out'] = String(body['id']);
      bodies['availability.dispute'] = { ticket: world.one.ids['tkt'] };
    },
    'changes.withdraw': () => another(),
    'changes.apply': () => another(),
    'changes.confirm': () => another([api.changes.apply]),
    'changes.rollBack': () => another([api.changes.apply]),
    'filings.discard': async () => {
      const owner = world.one.roles.owner;
      const filing = { id: world.one.ids['flg']! };
      const { body } = await send(world, api.filings.find, owner, { params: filing });
      await send(world, api.filings.withdraw, owner, { params: { ...filing, version: (body['coming'] as { id: string }).id }, body: { reason: 'x' } });
      await send(world, api.filings.revise, owner, { params: filing, body: {} });
    },
    'filings.removeFile': async () => {
      const owner = world.one.roles.owner;
      const params = { id: world.one.ids['flg']! };
      await send(world, api.filings.revise, owner, { params, body: {} });
      world.one.ids['fil'] = String((await send(world, api.filings.addFile, owner, { params, body: contractFile })).body['id']);
    },
  };
  for (const row of changing.sort((a, b) => Number(a.endpoint.method === 'DELETE') - Number(b.endpoint.method === 'DELETE'))) {
    await beforehand[row.name]?.();
    const answer = await ask(row, 'owner', addressOf(row, 'own'));
    expect({ name: row.name, status: answer.status, body: answer.body }).toEqual({ name: row.name, status: row.endpoint.status, body: expect.any(String) });
  }
});
