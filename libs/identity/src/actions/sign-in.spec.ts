import { Trail } from '@inkproof/audit';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_MS } from '../model/session-law.js';
import { SessionStore } from '../store/session-store.js';
import { FoundTenant } from './found-tenant.js';
import { hashPassword } from './password.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { CheckPassword, OpenSession, type Visit } from './sign-in.js';

const ids = new CountingIds();
const clock = new StillClock();
const trail = new Trail();
const visit: Visit = { address: '192.0.2.1', device: { browser: 'firefox', system: 'linux' }, requestId: 'req_1' };
let spec: SpecDatabase;
let database: Database;
let store: SessionStore;
let check: CheckPassword;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  store = new SessionStore(database);
  check = new CheckPassword(database, store, new SignInThrottle(database, clock, 'secret'), trail, 'secret');
  const found = new FoundTenant(ids, clock);
  await database.asProvider((tx) => found.in(tx, { name: '澄江物流', owner: { name: 'Ada', email: 'Ada@Inkproof.example', password: 'right' } }));
  await database.asProvider((tx) => found.appoint(tx, { name: 'Bo', email: 'bo@inkproof.example', password: 'right' }, 'auditor'));
  const passwordHash = await hashPassword('right');
  await database.asProvider((tx) => tx.person.create({ data: { id: 'per_nowhere', name: 'Cy', email: 'cy@inkproof.example', passwordHash, createdAt: clock.now() } }));
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const refusalOf = async (email: string, password: string) => {
  const refusal = (await check.of(email, password, '192.0.2.1', 'req_1').catch((error: unknown) => error)) as { code: string; message: string; extras: object };
  return { code: refusal.code, message: refusal.message, extras: refusal.extras };
};

describe('a person at the door', () => {
  it('comes in with address and password, however the address is spelt', async () => {
    expect(await check.of(' aDA@inkproof.EXAMPLE ', 'right', '192.0.2.1', 'req_1')).toMatchObject({ name: 'Ada', email: 'ada@inkproof.example', tenant: { name: '澄江物流', role: 'owner' }, staff: null });
    expect(await check.of('bo@inkproof.example', 'right', '192.0.2.1', 'req_1')).toMatchObject({ tenant: null, staff: { role: 'auditor' } });
  });

  it('is told the same for a wrong password, an unknown address and a place that is gone', async () => {
    const wrong = await refusalOf('ada@inkproof.example', 'wrong');
    expect(wrong).toEqual({ code: 'session.refused', message: expect.any(String), extras: {} });
    expect(await refusalOf('nobody@inkproof.example', 'right')).toEqual(wrong);
    expect(await refusalOf('cy@inkproof.example', 'right')).toEqual(wrong);
  });

  it('has their failures forgotten after the right password', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 8; i++) await refusalOf('bo@inkproof.example', 'wrong');
      await check.of('bo@inkproof.example', 'right', '192.0.2.1', 'req_1');
    }
  });

  it('is not let in by the right password once they are throttled', async () => {
    for (let i = 0; i < 10; i++) await check.of('ada@inkproof.example', 'wrong', '192.0.2.2', 'req_1').catch(() => {});
    await expect(check.of('ada@inkproof.example', 'right', '192.0.2.2', 'req_1')).rejects.toMatchObject({ code: 'session.throttled' });
    await check.of('ada@inkproof.example', 'right', '192.0.2.3', 'req_1');
  });
});

describe('the audit log', () => {
  const entriesOf = async (chain: string) => {
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ body: string }>('SELECT body FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain]);
    await owner.end();
    return rows.map(({ body }) => JSON.parse(body) as { action: string; request_id: string; targets: string[]; actor: object; details: object });
  };

  it('has the refused sign-in of a member with their tenant, of staff with the provider', async () => {
    const [ada, bo] = [(await store.findPerson('ada@inkproof.example'))!, (await store.findPerson('bo@inkproof.example'))!];
    await check.of('ada@inkproof.example', 'wrong', '192.0.2.9', 'req_ada').catch(() => {});
    await check.of('bo@inkproof.example', 'wrong', '192.0.2.9', 'req_bo').catch(() => {});
    expect((await entriesOf(ada.tenant!.id)).at(-1)).toMatchObject({ action: 'session.refused', request_id: 'req_ada', actor: { kind: 'visitor' }, targets: [ada.personId], outcome: 'refused', code: 'session.refused', details: {} });
    expect((await entriesOf('provider')).at(-1)).toMatchObject({ action: 'session.refused', request_id: 'req_bo', targets: [bo.personId] });
  });

  it('has an address that nobody has as a keyed hash only, the same for the same address', async () => {
    for (const typed of ['nobody@inkproof.example', ' Nobody@inkproof.example']) await check.of(typed, 'wrong', '192.0.2.9', 'req_nobody').catch(() => {});
    const [one, other] = (await entriesOf('provider')).slice(-2);
    expect(one).toMatchObject({ targets: [], details: { address_hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(other!.details).toEqual(one!.details);
    expect(JSON.stringify(one)).not.toContain('nobody@');
  });

  it('has the opened session, and none where it could not be opened', async () => {
    const openSession = new OpenSession(database, store, trail, ids, clock, 'secret');
    const ada = await check.of('ada@inkproof.example', 'right', '192.0.2.9', 'req_1');
    const { session } = await openSession.for(ada, { way: 'password' }, { ...visit, requestId: 'req_opened' });
    const entries = await entriesOf(ada.tenant!.id);
    expect(entries.at(-1)).toMatchObject({ action: 'session.opened', request_id: 'req_opened', actor: { kind: 'member', id: ada.personId, role: 'owner' }, targets: [session.id], details: { way: 'password' } });
    await expect(openSession.for({ ...ada, passwordHash: 'changed since' }, { way: 'password' }, visit)).rejects.toMatchObject({ code: 'session.refused' });
    expect(await entriesOf(ada.tenant!.id)).toHaveLength(entries.length);
    await database.asPerson(ada.personId, (tx) => store.remove(tx, ada.personId, session.id));
  });
});

describe('a session that is opened', () => {
  it('lasts twelve hours, and its token is stored only as a hash', async () => {
    const openSession = new OpenSession(database, store, trail, ids, clock, 'secret');
    const { session, token } = await openSession.for(await check.of('ada@inkproof.example', 'right', '192.0.2.1', 'req_1'), { way: 'password' }, visit);
    expect(session.expiresAt.getTime() - clock.now().getTime()).toBe(SESSION_MS);
    expect(token).toMatch(/^[\w-]{43}$/);
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ row: string }>('SELECT session::text AS row FROM session');
    await owner.end();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(token);
  });

  it('clears away those of the same person that have run out, and nobody else’s', async () => {
    const openSession = new OpenSession(database, store, trail, ids, clock, 'secret');
    await openSession.for(await check.of('bo@inkproof.example', 'right', '192.0.2.1', 'req_1'), { way: 'password' }, visit);
    clock.advance(SESSION_MS + 1);
    const { session } = await openSession.for(await check.of('ada@inkproof.example', 'right', '192.0.2.1', 'req_1'), { way: 'password' }, visit);
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ id: string; name: string }>('SELECT s.id, p.name FROM session s JOIN person p ON p.id = s.person_id ORDER BY p.name');
    await owner.end();
    expect(rows).toEqual([{ id: session.id, name: 'Ada' }, { id: expect.any(String), name: 'Bo' }]);
  });
});
