import { api } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshSession, send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

/** No stream says nothing for longer than some seconds, and it asks the door whenever it says something. */
const SOON_MS = 12_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A key of the one tenant, and its revocation. */
const aKey = async (): Promise<{ who: Credentials; revoke: () => Promise<unknown> }> => {
  const { body } = await send(world, api.keys.issue, world.one.roles.owner, { body: { label: 'stream', scopes: ['jobs', 'tickets'] } });
  const { id, secret } = body as { id: string; secret: string };
  return { who: { authorization: `Bearer ${secret}` }, revoke: () => send(world, api.keys.revoke, world.one.roles.owner, { params: { id } }) };
};

const listenTo = async (path: string, who: Credentials) => {
  const answer = await fetch(world.url + path, { headers: who });
  expect(answer.status).toBe(200);
  const reader = answer.body!.getReader();
  for (let first = ''; !first.includes('event: '); ) first += Buffer.from((await reader.read()).value!).toString();
  let isOver = false;
  const heard: string[] = [];
  const over = (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) heard.push(Buffer.from(piece.value).toString());
    isOver = true;
  })();
  return { heard, isOver: () => isOver, over, hangUp: () => reader.cancel() };
};

/** Nobody reads in this world, so that the job waits for as long as anybody looks. */
const events = () => api.jobs.events.path.replace('{id}', world.one.ids['job']!);

describe('a stream', () => {
  it('ends when the key is revoked that opened it, and tells nothing after that, while those of other keys go on', async () => {
    const [gone, kept] = [await aKey(), await aKey()];
    const [ending, staying] = [await listenTo(events(), gone.who), await listenTo(events(), kept.who)];
    await gone.revoke();
    await world.owner.query(`UPDATE job SET tag = 'told late' WHERE id = $1`, [world.one.ids['job']]);
    await ending.over;
    expect(ending.heard.join('')).not.toContain('told late');
    await expect.poll(() => staying.heard.join(''), { timeout: SOON_MS }).toContain('told late');
    expect(staying.isOver()).toBe(false);
    await staying.hangUp();
  }, SOON_MS * 2);

  it('ends with the session that opened it, and holds none open', async () => {
    const who = await freshSession(world, 'developer@one.example');
    const stream = await listenTo(events(), who);
    const { rows } = await world.owner.query<{ id: string; seen_at: Date }>(`UPDATE session SET seen_at = seen_at - interval '5 minutes' WHERE id = (SELECT max(s.id) FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = 'developer@one.example') RETURNING id, seen_at`);
    await expect.poll(() => stream.heard.length, { timeout: SOON_MS }).toBeGreaterThan(0);
    expect((await world.owner.query('SELECT id, seen_at FROM session WHERE id = $1', [rows[0]!.id])).rows).toEqual(rows);
    await send(world, api.session.signOut, who);
    await stream.over;
  }, SOON_MS * 2);

  it('of tickets ends likewise', async () => {
    const { who, revoke } = await aKey();
    const stream = await listenTo(`${api.tickets.events.path}?for=60`, who);
    await revoke();
    await send(world, api.tickets.create, world.one.roles.owner, { body: { subject: 'x', words: 'x' } });
    await stream.over;
    expect(stream.heard.join('')).not.toContain('event: changed');
  }, SOON_MS * 2);
});

it('pages are asked for by a cursor of ours and by no other', async () => {
  const ask = (cursor: string) => send(world, api.jobs.pages, world.one.key, { params: { id: world.one.ids['job']! }, query: { cursor } });
  for (const cursor of ['abc', '-1', '1.5', '1e3', '', '9'.repeat(10)]) expect(await ask(cursor)).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ field: 'cursor' }] } });
  expect(await ask('3')).toMatchObject({ status: 200, body: { items: [], next_cursor: '3' } });
});

it('a call that waits is refused at its end when its key was revoked meanwhile', async () => {
  const { who, revoke } = await aKey();
  const waiting = send(world, api.jobs.find, who, { params: { id: world.one.ids['job']! }, query: { wait: '2' } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await revoke();
  expect(await waiting).toMatchObject({ status: 401, body: { code: 'key.revoked' } });
});
