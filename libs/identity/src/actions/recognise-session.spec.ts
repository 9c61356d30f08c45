import { Trail } from '@inkproof/audit';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SESSION_LONGEST_MS, SESSION_MS } from '../model/session-law.js';
import { SessionStore, type FoundPerson } from '../store/session-store.js';
import { FoundTenant } from './found-tenant.js';
import { RecogniseSession } from './recognise-session.js';
import { OpenSession } from './sign-in.js';

const MINUTE_MS = 60_000;
const here = '192.0.2.7';
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
  ({ token } = await new OpenSession(database, store, new Trail(), ids, clock, 'secret').for(ada, { way: 'password' }, { address: '192.0.2.1', device: { browser: 'firefox', system: 'linux' }, requestId: 'req_1' }));
});

const expired = { code: 'session.expired' };

describe('a session', () => {
  it('says who they are and from which place they act', async () => {
    expect(await recognise.presented(token, here)).toMatchObject({ personId: ada.personId, name: 'Ada', tenant: ada.tenant, staff: null });
  });

  it('is open to the last millisecond and not at the next', async () => {
    clock.advance(SESSION_MS);
    await expect(recognise.presented(token, here)).rejects.toMatchObject(expired);
    clock.advance(-1);
    await recognise.presented(token, here);
  });

  it('slides forward when it is used, and is noted at most once a minute', async () => {
    const { expiresAt } = await recognise.presented(token, here);
    clock.advance(MINUTE_MS - 1);
    expect((await recognise.presented(token, here)).expiresAt).toEqual(expiresAt);
    clock.advance(1);
    const slid = await recognise.presented(token, here);
    expect(slid.expiresAt.getTime()).toBe(clock.now().getTime() + SESSION_MS);
    clock.advance(SESSION_MS - 1);
    await recognise.presented(token, here);
    clock.advance(SESSION_MS);
    await expect(recognise.presented(token, here)).rejects.toMatchObject(expired);
  });

  it('ends after a week, however much it is used', async () => {
    for (let passedMs = 0; passedMs < SESSION_LONGEST_MS; passedMs += SESSION_MS / 2) {
      await recognise.presented(token, here);
      clock.advance(SESSION_MS / 2);
    }
    await expect(recognise.presented(token, here)).rejects.toMatchObject(expired);
  });

  it('is listed with its device, where it was used from last, and when, at most a minute stale', async () => {
    clock.advance(MINUTE_MS);
    const { id } = await recognise.presented(token, here);
    clock.advance(MINUTE_MS - 1);
    await recognise.presented(token, '192.0.2.8');
    const listed = (await store.list(ada.personId, clock.now())).find((one) => one.id === id)!;
    expect(listed).toMatchObject({ browser: 'firefox', system: 'linux', address: here });
    expect(clock.now().getTime() - listed.seenAt.getTime()).toBeLessThan(MINUTE_MS);
  });

  it('is unknown under any other token and under another secret', async () => {
    await expect(recognise.presented(`${token}x`, here)).rejects.toMatchObject(expired);
    await expect(recognise.presented('', here)).rejects.toMatchObject(expired);
    await expect(new RecogniseSession(store, clock, 'another').presented(token, here)).rejects.toMatchObject(expired);
  });

  it('ends when it is removed, and does not come back by being used', async () => {
    const { id } = await recognise.presented(token, here);
    await database.asPerson(ada.personId, (tx) => store.remove(tx, ada.personId, id));
    await store.touch(ada.personId, id, { seenAt: clock.now(), expiresAt: new Date(clock.now().getTime() + SESSION_MS), address: here });
    await expect(recognise.presented(token, here)).rejects.toMatchObject(expired);
  });

  it('opens nothing once its person has lost their place', async () => {
    const owner = new pg.Client(spec.ownerUrl);
    await owner.connect();
    await owner.query('DELETE FROM member');
    await owner.end();
    await expect(recognise.presented(token, here)).rejects.toMatchObject(expired);
  });
});
