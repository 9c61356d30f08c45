import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundPerson } from '../store/session-store.js';
import { openDoorway, ORIGIN, PASSWORD, type Doorway, type SignedInHere } from './testing/doorway.js';
import { SoftAuthenticator } from './testing/soft-authenticator.js';

let door: Doorway;
let ada: FoundPerson;
let here: SignedInHere;

beforeAll(async () => {
  door = await openDoorway();
});
afterAll(() => door.close());
beforeEach(async () => {
  ada = await door.somebody();
  here = await door.signIn(ada);
});

const confirm = (shown: Parameters<Doorway['confirm']['for']>[2], who = here) => door.confirm.for(who.caller, who.session, shown, '192.0.2.1', who.by);
const presented = (token: string) => door.recognise.presented(token, '');

describe('a session that is confirmed', () => {
  it('counts as confirmed from now on, under another token, and the one before opens nothing', async () => {
    door.clock.advance(20 * 60_000);
    const { token, session } = await confirm({ password: PASSWORD });
    expect(session).toMatchObject({ id: here.session.id, confirmedAt: door.clock.now(), assured: false });
    expect(await presented(token)).toMatchObject({ id: here.session.id, confirmedAt: door.clock.now(), assured: false });
    await expect(presented(here.token)).rejects.toMatchObject({ code: 'session.expired' });
  });

  it('by a code or a passkey is assured as well', async () => {
    const { secret } = await door.withApp(here);
    const { token } = await confirm({ code: door.codeOf(secret) });
    expect((await presented(token)).assured).toBe(true);
    const key = new SoftAuthenticator(ORIGIN);
    const offer = await door.addPasskey.offer(here.caller, ada);
    await door.addPasskey.add(here.caller, { ticket: offer.ticket, name: 'x', passkey: key.create(offer.options.challenge) }, here.by);
    const asked = await door.confirm.offer(here.caller);
    expect(asked.totp).toBe(true);
    const again = await confirm({ ticket: asked.ticket, passkey: key.get(asked.passkey!.challenge) });
    expect((await presented(again.token)).assured).toBe(true);
    await expect(confirm({ ticket: asked.ticket, passkey: key.get(asked.passkey!.challenge) })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('is not confirmed by a wrong password, nor by a code that was used', async () => {
    await expect(confirm({ password: 'wrong' })).rejects.toMatchObject({ code: 'password.wrong' });
    const { secret } = await door.withApp(here);
    await confirm({ code: door.codeOf(secret) });
    await expect(confirm({ code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'mfa.refused' });
  });

  it('lets whoever stole it guess ten passwords and no more', async () => {
    for (let i = 0; i < 10; i++) await confirm({ password: `guess ${i}` }).catch(() => {});
    await expect(confirm({ password: PASSWORD })).rejects.toMatchObject({ code: 'session.throttled' });
  });

  it('is not confirmed with what was asked of another session', async () => {
    const other = await door.signIn(ada);
    const { ticket } = await door.confirm.offer(other.caller);
    await expect(confirm({ ticket, passkey: new SoftAuthenticator(ORIGIN).get('x') })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('does not come back when it ended meanwhile', async () => {
    const other = await door.signIn(ada);
    await door.revoke.others(here.caller, here.by);
    await expect(confirm({ password: PASSWORD }, other)).rejects.toMatchObject({ code: 'session.expired' });
  });
});

describe('sessions that are ended', () => {
  it('are refused at their next call: one, or all others', async () => {
    const [one, two, three] = [await door.signIn(ada), await door.signIn(ada), await door.signIn(ada)];
    const isOpen = (who: SignedInHere) => presented(who.token).then(() => true, () => false);
    await door.revoke.one(here.caller, one.session.id, here.by);
    expect([await isOpen(one), await isOpen(two), await isOpen(here)]).toEqual([false, true, true]);
    await door.revoke.others(here.caller, here.by);
    expect([await isOpen(two), await isOpen(three), await isOpen(here)]).toEqual([false, false, true]);
  });

  it('are one’s own: somebody else’s cannot be told from none', async () => {
    const stranger = await door.signIn(await door.somebody());
    await expect(door.revoke.one(here.caller, stranger.session.id, here.by)).rejects.toMatchObject({ code: 'session.not_found' });
    await expect(door.revoke.one(here.caller, 'ses_none', here.by)).rejects.toMatchObject({ code: 'session.not_found' });
    await presented(stranger.token);
  });

  it('are listed with this one among them, and nobody else’s', async () => {
    await door.signIn(await door.somebody());
    const other = await door.signIn(ada);
    expect((await door.sessions.list(ada.personId, door.clock.now())).map(({ id }) => id).sort()).toEqual([here.session.id, other.session.id].sort());
  });
});
