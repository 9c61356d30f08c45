import fs from 'node:fs';
import { seal } from '@inkproof/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundPerson } from '../store/session-store.js';
import { openDoorway, type Doorway, type SignedInHere } from './testing/doorway.js';

let door: Doorway;
let here: SignedInHere;
let ada: FoundPerson;

beforeAll(async () => {
  door = await openDoorway();
});
afterAll(() => door.close());
beforeEach(async () => {
  ada = await door.somebody();
  here = await door.signIn(ada);
});

const isOpen = (token: string) => door.recognise.presented(token, '').then(() => true, () => false);
const step = async () => (await door.secondStep.offer(ada, 'password'))!;
const take = (ticket: string, proof: { code: string } | { recovery_code: string }, from = '192.0.2.1') => door.secondStep.take({ ticket, ...proof }, from, 'req_1');

describe('an authenticator app', () => {
  it('is kept only once its first code was right, and its secret is nowhere in the clear', async () => {
    const { ticket, secret, uri, qrSvg } = await door.addApp.offer(here.caller, ada.email);
    expect(uri).toContain(encodeURIComponent(ada.email));
    expect(qrSvg).toMatch(/^<svg/);
    await expect(door.addApp.add(here.caller, { ticket, code: '000000', name: 'phone' }, here.by)).rejects.toMatchObject({ code: 'mfa.refused' });
    expect(await door.secondStep.offer(ada, 'password')).toBeNull();
    const { factor, recoveryCodes } = await door.addApp.add(here.caller, { ticket, code: door.codeOf(secret), name: 'phone' }, here.by);
    expect(factor).toMatchObject({ kind: 'totp', name: 'phone', lastUsedAt: null });
    expect(new Set(recoveryCodes).size).toBe(10);
    const { rows } = await door.owner.query<{ row: string }>('SELECT factor::text AS row FROM factor WHERE id = $1', [factor.id]);
    for (const written of [secret, Buffer.from(secret).toString('hex')]) expect(rows[0]!.row).not.toContain(written);
    await expect(door.addApp.add(here.caller, { ticket, code: door.codeOf(secret), name: 'again' }, here.by)).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('cannot be added with the ticket of somebody else, nor with one that has run out', async () => {
    const { ticket, secret } = await door.addApp.offer(here.caller, ada.email);
    const other = await door.signIn(await door.somebody());
    await expect(door.addApp.add(other.caller, { ticket, code: door.codeOf(secret), name: 'x' }, other.by)).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
    door.clock.advance(10 * 60_000);
    await expect(door.addApp.add(here.caller, { ticket, code: door.codeOf(secret), name: 'x' }, here.by)).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('ends every other session of the person with the first factor, and none with the second', async () => {
    const elsewhere = await door.signIn(ada);
    await door.withApp(here);
    expect([await isOpen(here.token), await isOpen(elsewhere.token)]).toEqual([true, false]);
    expect((await door.recognise.presented(here.token, '')).assured).toBe(true);
    const again = await door.signIn(ada, { way: 'password', second: 'totp' });
    const { recoveryCodes } = await door.withApp(here);
    expect(recoveryCodes).toBeNull();
    expect(await isOpen(again.token)).toBe(true);
  });

  it('is told to its person by mail when it comes and when it goes', async () => {
    const mails = async () => (await door.owner.query<{ template: string }>('SELECT template FROM mail ORDER BY id')).rows.map(({ template }) => template);
    const before = (await mails()).length;
    const { factor } = await door.withApp(here);
    await door.withApp(here);
    await door.removeFactor.for(here.caller, here.session, factor.id, here.by);
    expect((await mails()).slice(before).sort()).toEqual(['factor_added', 'factor_added', 'factor_removed']);
  });

  it('of ten factors no eleventh is added', async () => {
    for (let i = 0; i < 10; i++) await door.withApp(here);
    await expect(door.addApp.offer(here.caller, ada.email)).rejects.toMatchObject({ code: 'factor.too_many' });
  });
});

describe('the key of an app’s secret', () => {
  const drawers = async () => (await door.owner.query<{ key: string; name: string }>('SELECT key, name FROM drawer WHERE owner = $1', [ada.personId])).rows;
  const away = async (work: () => Promise<unknown>) => {
    fs.renameSync(door.keyFolder, `${door.keyFolder}.away`);
    fs.writeFileSync(door.keyFolder, '');
    await work().finally(() => {
      fs.rmSync(door.keyFolder);
      fs.renameSync(`${door.keyFolder}.away`, door.keyFolder);
    });
  };

  it('lies in no row, and goes with the factor, by whichever way that goes', async () => {
    const [{ factor }, { factor: other }] = [await door.withApp(here), await door.withApp(here)];
    const laid = await drawers();
    expect(laid.map(({ name }) => name).sort()).toEqual([factor.id, other.id].map((id) => `factor:${id}`).sort());
    expect((await door.owner.query('SELECT FROM factor WHERE sealed_key IS NOT NULL')).rowCount).toBe(0);
    await door.removeFactor.for(here.caller, here.session, factor.id, here.by);
    expect((await drawers()).map(({ name }) => name)).toEqual([`factor:${other.id}`]);
    await door.owner.query('DELETE FROM factor WHERE person_id = $1', [ada.personId]);
    expect(await drawers()).toEqual([]);
    const { rows } = await door.owner.query<{ blob: string }>('SELECT blob FROM blob_to_unlink WHERE blob = ANY($1)', [laid.map(({ key }) => key)]);
    expect(rows).toHaveLength(2);
  });

  it('is seen by its person only', async () => {
    await door.withApp(here);
    const other = await door.somebody();
    const seen = (who: string) => door.database.changeAsPerson(who, (run) => run({ text: `SELECT FROM drawer WHERE name LIKE 'factor:%' AND owner = $1`, values: [ada.personId] }));
    expect([(await seen(ada.personId)).length, (await seen(other.personId)).length]).toEqual([1, 0]);
    expect(await door.database.changeAsProvider((run) => run({ text: 'SELECT FROM drawer WHERE owner = $1', values: [ada.personId] }))).toEqual([]);
  });

  it('is known for a day where it was used, so that its person signs in while the place of the keys is away; others use recovery codes', async () => {
    const { secret, recoveryCodes } = await door.withApp(here);
    const refusals = async () => (await door.actions()).filter((action) => action === 'session.refused').length;
    await away(async () => {
      door.clock.advance(30 * 60_000);
      const [{ ticket }, before] = [await step(), await refusals()];
      await expect(take(ticket, { code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'storage.unavailable' });
      await take(ticket, { recovery_code: recoveryCodes![0]!.replace('-', '') });
      // Nobody had guessed.
      expect(await refusals()).toBe(before);
    });
    await take((await step()).ticket, { code: door.codeOf(secret) });
    door.clock.advance(23 * 3_600_000);
    await away(async () => void (await take((await step()).ticket, { code: door.codeOf(secret) })));
  });

  it('of before is moved to where keys lie, and opens as ever', async () => {
    const { secret, factor } = await door.withApp(here);
    const name = `factor:${factor.id}`;
    const { sealed, sealedKey } = seal(door.masterKey, name, Buffer.from(secret));
    const asBefore = async () => {
      await door.owner.query('DELETE FROM drawer WHERE owner = $1', [ada.personId]);
      await door.owner.query('UPDATE factor SET sealed = $2, sealed_key = $3 WHERE id = $1', [factor.id, Buffer.from(sealed), Buffer.from(sealedKey)]);
      // Until this node has forgotten the drawer.
      door.clock.advance(2 * 60_000);
    };
    await asBefore();
    await take((await step()).ticket, { code: door.codeOf(secret) });
    expect(await door.moveKeys.some()).toBe(1);
    expect(await door.moveKeys.some()).toBe(0);
    expect((await drawers()).map((drawer) => drawer.name)).toEqual([name]);
    door.clock.advance(2 * 60_000);
    await take((await step()).ticket, { code: door.codeOf(secret) });
  });
});

describe('the second step of a sign-in', () => {
  it('is not asked of somebody without a factor', async () => expect(await door.secondStep.offer(ada, 'password')).toBeNull());

  it('takes a code of the app, once, and no earlier one after it', async () => {
    const { secret } = await door.withApp(here);
    const code = door.codeOf(secret);
    expect(await take((await step()).ticket, { code })).toMatchObject({ person: { personId: ada.personId }, way: 'password', second: 'totp' });
    await expect(take((await step()).ticket, { code })).rejects.toMatchObject({ code: 'mfa.refused' });
    await expect(take((await step()).ticket, { code: door.codeOf(secret, -1) })).rejects.toMatchObject({ code: 'mfa.refused' });
    await take((await step()).ticket, { code: door.codeOf(secret, 1) });
  });

  it('of one code sent twice at once takes one', async () => {
    const { secret } = await door.withApp(here);
    const tickets = await Promise.all([step(), step(), step()]);
    const settled = await Promise.allSettled(tickets.map(({ ticket }) => take(ticket, { code: door.codeOf(secret) })));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes each recovery code once, however it was copied, and says how many are left', async () => {
    const { recoveryCodes } = await door.withApp(here);
    const typed = recoveryCodes![3]!.replace('-', '');
    expect(await take((await step()).ticket, { recovery_code: typed })).toMatchObject({ second: 'recovery_code' });
    await expect(take((await step()).ticket, { recovery_code: typed })).rejects.toMatchObject({ code: 'mfa.refused' });
    expect(await door.database.asPerson(ada.personId, (tx) => door.factors.codesLeft(tx, ada.personId))).toBe(9);
    expect(await door.actions()).toContain('recovery_code.used');
  });

  it('keeps recovery codes as hashes of one person, and forgets them when others are drawn', async () => {
    const { recoveryCodes } = await door.withApp(here);
    const { rows } = await door.owner.query<{ hash: string }>('SELECT hash FROM recovery_code WHERE person_id = $1', [ada.personId]);
    expect(rows).toHaveLength(10);
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const next = await door.drawCodes.for(here.caller, here.by);
    await expect(take((await step()).ticket, { recovery_code: recoveryCodes![0]!.replace('-', '') })).rejects.toMatchObject({ code: 'mfa.refused' });
    await take((await step()).ticket, { recovery_code: next[0]!.replace('-', '') });
  });

  it('is taken with a ticket once, within ten minutes, and not after the password was changed', async () => {
    const { secret } = await door.withApp(here);
    const { ticket } = await step();
    await take(ticket, { code: door.codeOf(secret) });
    door.clock.advance(30_000);
    await expect(take(ticket, { code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
    const late = await step();
    door.clock.advance(10 * 60_000);
    await expect(take(late.ticket, { code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
    const stale = await step();
    await door.owner.query(`UPDATE person SET password_hash = password_hash || 'x' WHERE id = $1`, [ada.personId]);
    await expect(take(stale.ticket, { code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('is not taken with a ticket that is another kind, altered, or spelt differently', async () => {
    const { secret } = await door.withApp(here);
    const { ticket } = await step();
    const foreign = (await door.addApp.offer(here.caller, ada.email)).ticket;
    for (const wrong of [foreign, ticket.slice(0, -2), `${ticket}=`, `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`, 'x']) await expect(take(wrong, { code: door.codeOf(secret) })).rejects.toMatchObject({ code: 'mfa.ticket_expired' });
  });

  it('slows guessing from one place after ten codes, from a thousand places after thirty, and locks no recovery code', async () => {
    const { secret, recoveryCodes } = await door.withApp(here);
    const outcomes: string[] = [];
    const guess = async (from: string) => outcomes.push(await take((await step()).ticket, { code: '000000' }, from).then(() => 'taken', (error: { code: string }) => error.code));
    for (let i = 0; i < 12; i++) await guess('192.0.2.50');
    expect(outcomes.filter((code) => code === 'mfa.refused')).toHaveLength(10);
    for (let i = 0; i < 25; i++) await guess(`192.0.2.${100 + i}`);
    expect(outcomes.filter((code) => code === 'mfa.refused')).toHaveLength(30);
    await expect(take((await step()).ticket, { code: door.codeOf(secret) }, '192.0.2.200')).rejects.toMatchObject({ code: 'session.throttled' });
    await take((await step()).ticket, { recovery_code: recoveryCodes![0]!.replace('-', '') }, '192.0.2.200');
  });

  it('leaves no way around it: no session is opened without it once there is a factor', async () => {
    await door.withApp(here);
    await expect(door.openSession.for(ada, { way: 'password' }, door.visit)).rejects.toMatchObject({ code: 'session.refused' });
  });

  it('writes into the log that a password was right and the second step was not', async () => {
    await door.withApp(here);
    await take((await step()).ticket, { code: '000000' }).catch(() => {});
    const { rows } = await door.owner.query<{ body: string }>('SELECT body FROM audit_entry WHERE chain = $1 ORDER BY seq DESC LIMIT 1', [ada.tenant!.id]);
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ action: 'session.refused', targets: [ada.personId], outcome: 'refused', code: 'mfa.refused' });
  });
});

it('a factor is renamed by its own person and by nobody else, and the log keeps no name', async () => {
  const { factor } = await door.withApp(here);
  const other = await door.signIn(await door.somebody());
  await expect(door.renameFactor.for(other.caller, factor.id, 'mine now', other.by)).rejects.toMatchObject({ code: 'factor.not_found' });
  expect(await door.renameFactor.for(here.caller, factor.id, 'work phone', here.by)).toMatchObject({ id: factor.id, kind: 'totp', name: 'work phone' });
  const { rows } = await door.owner.query<{ entry: string }>(`SELECT e::text AS entry FROM audit_entry e WHERE e::text LIKE '%factor.renamed%' AND e::text LIKE $1`, [`%${factor.id}%`]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.entry).not.toContain('work phone');
});

describe('a factor that is removed', () => {
  it('is gone, and another person’s cannot be told from none', async () => {
    const { factor } = await door.withApp(here);
    await door.withApp(here);
    const other = await door.signIn(await door.somebody());
    await expect(door.removeFactor.for(other.caller, other.session, factor.id, other.by)).rejects.toMatchObject({ code: 'factor.not_found' });
    await door.removeFactor.for(here.caller, here.session, factor.id, here.by);
    await expect(door.removeFactor.for(here.caller, here.session, factor.id, here.by)).rejects.toMatchObject({ code: 'factor.not_found' });
  });

  it('is not the last one of an owner or of staff where one is required', async () => {
    const { factor } = await door.withApp(here);
    await expect(door.removeFactor.for(here.caller, here.session, factor.id, here.by)).rejects.toMatchObject({ code: 'factor.last' });
  });

  it('takes the recovery codes and the assurance of every session with it when it was the last', async () => {
    const { factor } = await door.withApp(here);
    await door.removeFactor.for(here.caller, { ...here.session, tenant: { ...ada.tenant!, role: 'developer' } }, factor.id, here.by);
    expect((await door.recognise.presented(here.token, '')).assured).toBe(false);
    expect(await door.database.asPerson(ada.personId, (tx) => door.factors.codesLeft(tx, ada.personId))).toBe(0);
    await expect(door.drawCodes.for(here.caller, here.by)).rejects.toMatchObject({ code: 'factor.not_found' });
    await door.signIn(ada);
  });
});
