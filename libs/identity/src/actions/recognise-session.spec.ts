import { Trail } from '@inkproof/audit';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SessionStore, type FoundPerson } from '../store/session-store.js';
import { FoundTenant } from './found-tenant.js';
import { RecogniseSession } from './recognise-session.js';
import { OpenSession, SESSION_MS } from './sign-in.js';

const MINUTE_MS = 60_000;
const ids = new CountingIds();
const clock = new StillClock();
let spec: SpecDatabase;
let database: Database;
let store: SessionStore;
let recognise: RecogniseSession;
let ada: FoundPerson;
let token: string;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  store = new SessionStore(database);
  recognise = new RecogniseSession(store, clock, 'secret');
  await database.asProvider((tx) => new FoundTenant(ids, clock).in(tx, { name: 'x', owner: { name: 'Ada', email: 'ada@inkproof.example', password: 'right' } }));
  ada = (await store.findPerson('ada@inkproof.example'))!;
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});
beforeEach(async () => {
  ({ token } = await new OpenSession(database, store, new Trail(), ids, clock, 'secret').for(ada, 'req_1'));
});

const expired = { code: 'session.expired' };

describe('a session', () => {
  it('says who they are and from which place they act', async () => {
    expect(await recognise.presented(token)).toMatchObject({ personId: ada.personId, name: 'Ada', tenant: ada.tenant, staff: null });
  });

  it('is open to the last millisecond and not at the next', async () => {
    clock.advance(SESSION_MS);
    await expect(recognise.presented(token)).rejects.toMatchObject(expired);
    clock.advance(-1);
    await recognise.presented(token);
  });

  it('slides forward when it is used, but not within five minutes', async () => {
    const { expiresAt } = await recognise.presented(token);
    clock.advance(5 * MINUTE_MS);
    expect((await recognise.presented(token)).expiresAt).toEqual(expiresAt);
    clock.advance(1);
    const slid = await recognise.presented(token);
    expect(slid.expiresAt.getTime()).toBe(clock.now().getTime() + SESSION_MS);
    clock.advance(SESSION_MS - 1);
    await recognise.presented(token);
    clock.advance(SESSION_MS);
    await expect(recognise.presented(token)).rejects.toMatchObject(expired);
  });

  it('is unknown under any other token and under another secret', async () => {
    await expect(recognise.presented(`${token}x`)).rejects.toMatchObject(expired);
    await expect(recognise.presented('')).rejects.toMatchObject(expired);
    await expect(new RecogniseSession(store, clock, 'another').presented(token)).rejects.toMatchObject(expired);
  });

  it('ends when it is removed, and does not come back by being used', async () => {
    const { id } = await recognise.presented(token);
    await database.asPerson(ada.personId, (tx) => store.remove(tx, ada.personId, id));
    await store.extend(ada.personId, id, new Date(clock.now().getTime() + SESSION_MS));
    await expect(recognise.presented(token)).rejects.toMatchObject(expired);
  });

  it('opens nothing once its person has lost their place', async () => {
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    await owner.query('DELETE FROM member');
    await owner.end();
    await expect(recognise.presented(token)).rejects.toMatchObject(expired);
  });
});
