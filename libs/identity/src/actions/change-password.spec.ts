import { Trail, type Actor } from '@inkproof/audit';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonCaller } from '../model/caller.js';
import { SessionStore, type FoundPerson } from '../store/session-store.js';
import { ChangePassword } from './change-password.js';
import { FoundTenant } from './found-tenant.js';
import { isPassword } from './password.js';
import { RecogniseSession } from './recognise-session.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { OpenSession, type Visit } from './sign-in.js';

const ids = new CountingIds();
const clock = new StillClock();
const trail = new Trail();
const visit: Visit = { address: '192.0.2.1', device: { browser: 'firefox', system: 'linux' }, requestId: 'req_1' };
const by: Actor = { kind: 'member', id: 'per_1', requestId: 'req_1' };
let spec: SpecDatabase;
let database: Database;
let store: SessionStore;
let change: ChangePassword;
let people = 0;
let person: FoundPerson;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  store = new SessionStore(database);
  change = new ChangePassword(database, store, new SignInThrottle(database, clock, 'secret'), trail);
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const somebody = async (): Promise<FoundPerson> => {
  const email = `p${++people}@inkproof.example`;
  await database.asProvider((tx) => new FoundTenant(ids, clock).in(tx, { name: 'x', owner: { name: 'x', email, password: 'old password' } }));
  return (await store.findPerson(email))!;
};
beforeEach(async () => {
  person = await somebody();
});

const signedIn = async (who: FoundPerson) => {
  const { session, token } = await new OpenSession(database, store, trail, ids, clock, 'secret').for(who, { way: 'password' }, visit);
  const caller: PersonCaller = { kind: 'member', tenantId: who.tenant!.id, personId: who.personId, sessionId: session.id, role: 'owner' };
  return { caller, isOpen: () => new RecogniseSession(store, clock, 'secret').presented(token, '192.0.2.1').then(() => true, () => false) };
};

it('ends every other session of the person and nobody else’s', async () => {
  const [here, elsewhere, stranger] = [await signedIn(person), await signedIn(person), await signedIn(await somebody())];
  await change.for(here.caller, { current: 'old password', next: 'a new long password' }, by);
  expect([await here.isOpen(), await elsewhere.isOpen(), await stranger.isOpen()]).toEqual([true, false, true]);
  const passwordHash = await store.passwordHashOf(person.personId);
  expect(await isPassword(passwordHash, 'a new long password')).toBe(true);
  expect(await isPassword(passwordHash, 'old password')).toBe(false);
});

it('changes nothing when the current password is wrong', async () => {
  const [here, elsewhere] = [await signedIn(person), await signedIn(person)];
  await expect(change.for(here.caller, { current: 'wrong', next: 'a new long password' }, by)).rejects.toMatchObject({ code: 'password.wrong' });
  expect(await elsewhere.isOpen()).toBe(true);
  expect(await isPassword(await store.passwordHashOf(person.personId), 'old password')).toBe(true);
});

it('lets a stolen session guess ten times and no more', async () => {
  const { caller } = await signedIn(person);
  for (let i = 0; i < 10; i++) await expect(change.for(caller, { current: `guess ${i}`, next: 'a new long password' }, by)).rejects.toMatchObject({ code: 'password.wrong' });
  await expect(change.for(caller, { current: 'old password', next: 'a new long password' }, by)).rejects.toMatchObject({ code: 'session.throttled' });
});

it('opens no session for a password that was changed since it was checked', async () => {
  const { caller } = await signedIn(person);
  const checked = await store.findPerson(person.email);
  await change.for(caller, { current: 'old password', next: 'another long password' }, by);
  await expect(new OpenSession(database, store, trail, ids, clock, 'secret').for(checked!, { way: 'password' }, visit)).rejects.toMatchObject({ code: 'session.refused' });
});
