import { api, type Endpoint, type MemberRole, type SignIn } from '@inkproof/contract';
import { SortableIds } from '@inkproof/kernel';
import type { z } from 'zod';
import type { Credentials, World } from './world.js';

export interface Answered {
  status: number;
  requestId: string;
  body: Record<string, unknown>;
}

interface Given {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** Calls as somebody and tells the request id, whatever the answer. */
export const send = async (world: Pick<World, 'url'>, { method, path }: Endpoint, who: Credentials, { params = {}, query = {}, body }: Given = {}): Promise<Answered> => {
  const address = Object.entries(params).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), path);
  const answer = await fetch(`${world.url}${address}?${new URLSearchParams(query)}`, { method, headers: { ...who, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, requestId: answer.headers.get('x-request-id')!, body: /^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '') ? (JSON.parse(text) as Answered['body']) : {} };
};

export const made = async (answered: Promise<Answered>): Promise<string> => {
  const { status, body } = await answered;
  if (status >= 300) throw new Error(`What a call was to be tried on could not be made: ${status} ${JSON.stringify(body)}`);
  return String(body['id'] ?? body['approval']);
};

/** As `openWorld` gives it to everybody but owners. */
export const password = 'correct horse battery';
export const signingIn = (world: World, credentials: z.input<typeof SignIn>) => send(world, api.session.signIn, {}, { body: credentials });

export const freshSession = async (world: World, email: string): Promise<Credentials> => {
  const answer = await fetch(world.url + api.session.signIn.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
};

const ids = new SortableIds();

const newPerson = async (world: World): Promise<{ id: string; email: string }> => {
  const id = ids.next('per');
  const email = `${id}@one.example`;
  await world.owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) SELECT $1, $2, $2, password_hash, clock_timestamp() FROM person WHERE email = 'viewer@one.example'`, [id, email]);
  return { id, email };
};

/** A new member of the first tenant, signed in. */
export const somebody = async (world: World, role: MemberRole = 'viewer'): Promise<{ id: string; email: string; session: Credentials }> => {
  const { id, email } = await newPerson(world);
  await world.owner.query('INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, $3, clock_timestamp())', [world.one.id, id, role]);
  return { id, email, session: await freshSession(world, email) };
};

/** A new person of the provider. */
export const newStaff = async (world: World): Promise<string> => {
  const { id } = await newPerson(world);
  await world.owner.query(`INSERT INTO staff (person_id, role, created_at) VALUES ($1, 'support', clock_timestamp())`, [id]);
  return id;
};
