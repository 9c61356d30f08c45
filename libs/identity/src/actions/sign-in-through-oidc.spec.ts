import { Trail } from '@inkproof/audit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OidcLinkStore } from '../store/oidc-link-store.js';
import type { FoundPerson } from '../store/session-store.js';
import { OidcProvider } from './oidc-provider.js';
import { SignInThroughOidc } from './sign-in-through-oidc.js';
import { openDoorway, ORIGIN, type Doorway } from './testing/doorway.js';
import { CLIENT, openOtherProvider, type OtherProvider } from '../../../../tools/testing/other-provider.js';

const returnTo = `${ORIGIN}/sign-in/oidc`;
let door: Doorway;
let other: OtherProvider;
let ada: FoundPerson;
let subjects = 0;

const through = (mfa: string[] = [], issuer = other.issuer) =>
  new SignInThroughOidc(door.database, new OidcProvider({ issuer, ...CLIENT, label: 'SSO', mfa }, returnTo), new OidcLinkStore(door.database), door.sessions, door.factors, door.tickets, new Trail(), door.clock);

beforeAll(async () => {
  door = await openDoorway();
  other = await openOtherProvider(returnTo);
});
afterAll(async () => {
  await other.close();
  await door.close();
});
beforeEach(async () => {
  ada = await door.somebody();
  other.account = { sub: `subject-${++subjects}`, email: ada.email.toUpperCase(), email_verified: true };
  other.amr = ['pwd'];
});

const signIn = async (way = through()) => {
  const { url, ticket } = await way.begin();
  return way.finish(await other.visit(url), ticket, 'req_1');
};

describe('a sign-in through another provider', () => {
  it('lets in whom this install knows by a verified address, links them once, and knows them by subject from then on', async () => {
    expect(await signIn()).toMatchObject({ person: { personId: ada.personId }, isAssured: false });
    other.account.email = 'moved@elsewhere.example';
    expect(await signIn()).toMatchObject({ person: { personId: ada.personId } });
    expect((await door.actions()).filter((action) => action === 'oidc.linked').length).toBeGreaterThan(0);
    const { rows } = await door.owner.query('SELECT issuer, subject FROM oidc_link WHERE person_id = $1', [ada.personId]);
    expect(rows).toEqual([{ issuer: other.issuer, subject: other.account.sub }]);
  });

  it('links nobody by an address that passed to another subject', async () => {
    await signIn();
    other.account = { ...other.account, sub: 'the next holder of the address' };
    await expect(signIn()).rejects.toMatchObject({ code: 'oidc.person_unknown' });
  });

  it('makes nobody: unknown, unverified and absent addresses and people without a place are told the same', async () => {
    const before = (await door.owner.query('SELECT count(*) FROM person')).rows;
    for (const account of [{ email: 'nobody@inkproof.example', email_verified: true }, { email: ada.email, email_verified: false }, { email: ada.email }, {}]) {
      other.account = { sub: `stranger-${++subjects}`, ...account };
      await expect(signIn()).rejects.toMatchObject({ code: 'oidc.person_unknown' });
    }
    other.account = { sub: `gone-${++subjects}`, email: ada.email, email_verified: true };
    await door.owner.query('DELETE FROM member WHERE person_id = $1', [ada.personId]);
    await expect(signIn()).rejects.toMatchObject({ code: 'oidc.person_unknown' });
    expect((await door.owner.query('SELECT count(*) FROM person')).rows).toEqual(before);
  });

  it('takes the word of the provider on second factors only where the operator named it', async () => {
    other.amr = ['pwd', 'mfa'];
    expect((await signIn()).isAssured).toBe(false);
    expect((await signIn(through(['mfa']))).isAssured).toBe(true);
    other.amr = ['pwd'];
    expect((await signIn(through(['mfa']))).isAssured).toBe(false);
  });
});

describe('an answer that does not hold', () => {
  const refused = { code: 'oidc.refused' };

  it('carries the wrong nonce, state or challenge', async () => {
    for (const name of ['nonce', 'state', 'code_challenge']) {
      const way = through();
      const { url, ticket } = await way.begin();
      const altered = new URL(url);
      altered.searchParams.set(name, 'q'.repeat(43));
      await expect(way.finish(await other.visit(altered.href), ticket, 'req_1')).rejects.toMatchObject(refused);
    }
  });

  it('is used a second time: with its ticket, or with the code under a ticket that was kept', async () => {
    const way = through();
    const { url, ticket } = await way.begin();
    const again = door.tickets.issue('oidc', door.tickets.open('oidc', ticket)).ticket;
    const query = await other.visit(url);
    await way.finish(query, ticket, 'req_1');
    await expect(way.finish(query, ticket, 'req_1')).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
    await expect(way.finish(query, again, 'req_1')).rejects.toMatchObject(refused);
  });

  it('belongs to another browser, or to none', async () => {
    const way = through();
    const [mine, theirs] = [await way.begin(), await way.begin()];
    await expect(way.finish(await other.visit(theirs.url), mine.ticket, 'req_1')).rejects.toMatchObject(refused);
    await expect(way.finish('error=access_denied', theirs.ticket, 'req_1')).rejects.toMatchObject(refused);
  });

  it('comes from another issuer than was asked', async () => {
    const way = through();
    const { url, ticket } = await way.begin();
    const query = new URLSearchParams(await other.visit(url));
    expect(query.get('iss')).toBe(other.issuer);
    query.set('iss', 'https://sso.evil.example');
    await expect(way.finish(query.toString(), ticket, 'req_1')).rejects.toMatchObject(refused);
    const evil = await openOtherProvider(returnTo);
    evil.account = other.account;
    const next = await way.begin();
    const mixed = new URL(new URL(next.url).search, `${evil.issuer}/auth`);
    await expect(way.finish(await evil.visit(mixed.href), next.ticket, 'req_1')).rejects.toMatchObject(refused);
    await evil.close();
  });

  it('cannot be asked for where the provider does not answer, and can again once it does', async () => {
    await expect(through([], 'http://127.0.0.1:9').begin()).rejects.toMatchObject({ code: 'oidc.unreachable' });
    const none = new SignInThroughOidc(door.database, new OidcProvider(null, returnTo), new OidcLinkStore(door.database), door.sessions, door.factors, door.tickets, new Trail(), door.clock);
    await expect(none.begin()).rejects.toMatchObject({ code: 'oidc.unavailable' });
  });
});
