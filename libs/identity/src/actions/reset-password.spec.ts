import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPeopleBench, type PeopleBench } from '../testing/people-bench.js';
import { isPassword } from './password.js';

const MINUTE_MS = 60_000;
let bench: PeopleBench;
let places = 0;
beforeAll(async () => {
  bench = await openPeopleBench();
});
afterAll(() => bench.close());

const ask = async (email: string, from = `192.0.2.${++places}`) => {
  await bench.ask.for(email, 'en', from, 'req_1');
  await bench.ask.done();
};
const use = (token: string, password = 'a new long password') => bench.reset.with(token, password, '192.0.2.200', 'req_2');
const asked = async () => {
  const who = await bench.tenant();
  await ask(who.email);
  return { ...who, token: await bench.tokenFor(who.email) };
};

it('sets a new password by the link, once, and ends every session of the person', async () => {
  const { email, tenantId, token } = await asked();
  const [here, there] = [await bench.signIn(email), await bench.signIn(email)];
  await use(token);
  expect([await here.isOpen(), await there.isOpen()]).toEqual([false, false]);
  expect(await isPassword((await bench.sessions.findPerson(email))!.passwordHash, 'a new long password')).toBe(true);
  await expect(use(token)).rejects.toMatchObject({ code: 'password.reset_void' });
  expect((await bench.mailsTo(email))[0]).toMatchObject({ template: 'password_was_reset' });
  expect((await bench.entries(tenantId)).map(({ action }) => action)).toEqual(expect.arrayContaining(['password.reset_asked', 'password.reset']));
});

it('works for half an hour, to the millisecond', async () => {
  const [late, justInTime] = [await asked(), await asked()];
  bench.clock.advance(30 * MINUTE_MS - 1);
  await use(justInTime.token);
  bench.clock.advance(1);
  await expect(use(late.token)).rejects.toMatchObject({ code: 'password.reset_void' });
});

it('leaves no other link of the person working', async () => {
  const { email, token: first } = await asked();
  await ask(email);
  const second = await bench.tokenFor(email);
  expect(second).not.toBe(first);
  await use(second);
  await expect(use(first)).rejects.toMatchObject({ code: 'password.reset_void' });
});

it('of two who use it at once lets one set the password', async () => {
  const { token } = await asked();
  const answers = await Promise.allSettled([use(token, 'one long password'), use(token, 'other long password')]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('mails nobody at an address nobody has, and answers before it knows', async () => {
  await ask('nobody@inkproof.example');
  expect(await bench.mailsTo('nobody@inkproof.example')).toEqual([]);
  const { email } = await bench.tenant();
  await bench.ask.for(email, 'en', '192.0.2.150', 'req_1');
  expect(await bench.mailsTo(email)).toEqual([]);
  await bench.ask.done();
  expect(await bench.mailsTo(email)).toHaveLength(1);
  expect(bench.troubles).toEqual([]);
});

it('takes as long for an address nobody has as for one that somebody has', async () => {
  const { email } = await bench.tenant();
  const ROUNDS = 60;
  const times: Record<string, number[]> = { known: [], unknown: [] };
  const time = async (kind: string, address: string, at: number) => {
    // A warm row of the throttle each, a place of its own, so that neither is turned away.
    await bench.throttle.forget(address, `198.51.100.${at}`, 'reset');
    const beganMs = performance.now();
    await bench.ask.for(address, 'en', `198.51.100.${at}`, 'req_1');
    times[kind]!.push(performance.now() - beganMs);
    await bench.ask.done();
  };
  for (let at = 0; at < ROUNDS; at++)
    for (const kind of at % 2 ? ['known', 'unknown'] : ['unknown', 'known']) await time(kind, kind === 'known' ? email : `nobody${at % 3}@inkproof.example`, at);
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const [known, unknown] = [median(times['known']!), median(times['unknown']!)];
  expect(Math.abs(known - unknown)).toBeLessThan(1 + 0.5 * Math.min(known, unknown));
});

it('keeps no token where it could be read', async () => {
  const { token } = await asked();
  const { rows } = await bench.owner.query<{ row: string }>('SELECT password_reset::text AS row FROM password_reset');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});
