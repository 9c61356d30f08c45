import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundPerson } from '../store/session-store.js';
import { Passkeys } from './passkeys.js';
import { openDoorway, ORIGIN, type Doorway, type SignedInHere } from './testing/doorway.js';
import { SoftAuthenticator } from './testing/soft-authenticator.js';

let door: Doorway;
let ada: FoundPerson;
let here: SignedInHere;
let key: SoftAuthenticator;

beforeAll(async () => {
  door = await openDoorway();
});
afterAll(() => door.close());
beforeEach(async () => {
  ada = await door.somebody('admin');
  here = await door.signIn(ada);
  key = new SoftAuthenticator(ORIGIN, Buffer.from(ada.personId).toString('base64url'));
});

const register = async (authenticator = key, name = 'laptop') => {
  const { ticket, options } = await door.addPasskey.offer(here.caller, ada);
  return door.addPasskey.add(here.caller, { ticket, name, passkey: authenticator.create(options.challenge) }, here.by);
};
const signIn = async (authenticator = key, alter: (challenge: string) => string = (challenge) => challenge) => {
  const { ticket, options } = await door.withPasskey.offer();
  return door.withPasskey.take({ ticket, passkey: authenticator.get(alter(options.challenge)) });
};
const refused = { code: 'passkey.refused' };

it('is only for consoles under a host name', () => {
  const among = ['http://127.0.0.1:3100', 'http://[::1]:3100', 'http://localhost:3100', ORIGIN].map((url) => new Passkeys(url).areAvailable);
  expect(among).toEqual([false, false, true, true]);
});

describe('a passkey that is added', () => {
  it('comes with recovery codes when it is the first, and several have their names', async () => {
    const first = await register();
    expect(first).toMatchObject({ factor: { kind: 'passkey', name: 'laptop' }, recoveryCodes: { length: 10 } });
    expect(await register(new SoftAuthenticator(ORIGIN), 'phone')).toMatchObject({ factor: { name: 'phone' }, recoveryCodes: null });
    expect(await door.database.asPerson(ada.personId, (tx) => door.factors.list(tx, ada.personId))).toHaveLength(2);
  });

  it('is not taken twice, for another origin, for another challenge, or with a ticket that was used', async () => {
    await register();
    await expect(register()).rejects.toMatchObject(refused);
    await expect(register(new SoftAuthenticator('https://console.evil.example'))).rejects.toMatchObject(refused);
    const { ticket, options } = await door.addPasskey.offer(here.caller, ada);
    await expect(door.addPasskey.add(here.caller, { ticket, name: 'x', passkey: new SoftAuthenticator(ORIGIN).create('another') }, here.by)).rejects.toMatchObject(refused);
    await door.addPasskey.add(here.caller, { ticket, name: 'x', passkey: new SoftAuthenticator(ORIGIN).create(options.challenge) }, here.by);
    await expect(door.addPasskey.add(here.caller, { ticket, name: 'x', passkey: new SoftAuthenticator(ORIGIN).create(options.challenge) }, here.by)).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });
});

describe('a sign-in by passkey alone', () => {
  it('lets its person in, once for each challenge', async () => {
    await register();
    const { ticket, options } = await door.withPasskey.offer();
    const answer = key.get(options.challenge);
    expect(await door.withPasskey.take({ ticket, passkey: answer })).toMatchObject({ personId: ada.personId, staff: { role: 'admin' } });
    await expect(door.withPasskey.take({ ticket, passkey: answer })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('asks the authenticator to verify the person', async () => {
    await register();
    key.verifies = false;
    await expect(signIn()).rejects.toMatchObject(refused);
  });

  it('answers a stranger’s passkey, another origin, another challenge and another person’s handle alike', async () => {
    await register();
    const lookalike = new SoftAuthenticator(ORIGIN);
    Object.assign(lookalike, { id: key.id });
    const elsewhere = new SoftAuthenticator('https://console.evil.example');
    Object.assign(elsewhere, { id: key.id });
    await expect(signIn(new SoftAuthenticator(ORIGIN))).rejects.toMatchObject(refused);
    await expect(signIn(lookalike)).rejects.toMatchObject(refused);
    await expect(signIn(elsewhere)).rejects.toMatchObject(refused);
    await expect(signIn(key, () => 'another')).rejects.toMatchObject(refused);
    const { ticket, options } = await door.withPasskey.offer();
    const answer = key.get(options.challenge);
    await expect(door.withPasskey.take({ ticket, passkey: { ...answer, response: { ...answer.response, userHandle: 'cGVyX290aGVy' } } })).rejects.toMatchObject(refused);
  });

  it('refuses an authenticator whose count does not go up, because it is a copy', async () => {
    key.counter = 5;
    await register();
    key.counter = 6;
    await signIn();
    await expect(signIn()).rejects.toMatchObject(refused);
    key.counter = 7;
    await signIn();
  });

  it('lets nobody in who has lost their place', async () => {
    await register();
    await door.owner.query('DELETE FROM staff WHERE person_id = $1', [ada.personId]);
    await expect(signIn()).rejects.toMatchObject(refused);
  });
});

describe('a passkey as second step', () => {
  it('need not verify the person, who has shown the password', async () => {
    await register();
    key.verifies = false;
    const { ticket, passkey, totp } = (await door.secondStep.offer(ada, 'password'))!;
    expect(totp).toBe(false);
    expect(await door.secondStep.take({ ticket, passkey: key.get(passkey!.challenge) }, '192.0.2.1', 'req_1')).toMatchObject({ second: 'passkey' });
  });

  it('is one of the person’s own', async () => {
    await register();
    const other = await door.somebody();
    const theirs = await door.signIn(other);
    const offer = await door.addPasskey.offer(theirs.caller, other);
    const foreign = new SoftAuthenticator(ORIGIN);
    await door.addPasskey.add(theirs.caller, { ticket: offer.ticket, name: 'x', passkey: foreign.create(offer.options.challenge) }, theirs.by);
    const { ticket, passkey } = (await door.secondStep.offer(ada, 'password'))!;
    await expect(door.secondStep.take({ ticket, passkey: foreign.get(passkey!.challenge) }, '192.0.2.1', 'req_1')).rejects.toMatchObject({ code: 'mfa.refused' });
  });
});
