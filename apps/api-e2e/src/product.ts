import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, createClient, type Call, type Problem } from '@inkproof/contract';
import { inject } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

export const sample = (name: 'invoice-en.png' | 'delivery-note-zh.jpg'): Buffer => readFileSync(path.join(root, 'samples', name));

/** The install under test, as a customer meets it. */
export const product = () => inject('ready');

export const withKey = (key = product().apiKey, baseUrl = product().api): Call => createClient({ baseUrl, headers: { authorization: `Bearer ${key}` } });

/** Signs a person in and answers a client that carries their session. */
export const signedIn = async ({ email, password }: { email: string; password: string }, baseUrl = product().api): Promise<{ call: Call; cookie: string }> => {
  const response = await fetch(`${baseUrl}${api.session.signIn.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  if (!response.ok) throw new Error(`signing in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { call: createClient({ baseUrl, headers: { cookie } }), cookie };
};

/** A raw request with the demo key, for what a typed client would never send. */
export const send = (address: string, init: RequestInit & { key?: string | null } = {}): Promise<Response> => {
  const { key = product().apiKey, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (key !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${key}`);
  return fetch(product().api + address, { ...rest, headers });
};

/** Sends bytes as the body itself. */
export const sendRaw = (bytes: Uint8Array<ArrayBuffer> | Buffer, contentType: string, query = ''): Promise<Response> => send(`/v1/recognitions${query}`, { method: 'POST', headers: { 'content-type': contentType }, body: new Uint8Array(bytes) });

/** Waits until a call of a tenant is being answered, however late a busy machine comes to it. */
export const untilInFlight = async (call: Call): Promise<void> => {
  while ((await call(api.usage.limits)).in_flight.current === 0) await sleep(20);
};

export const problemIn = async (response: Response): Promise<Problem> => (await response.json()) as Problem;

/** A tenant of its own for a spec that uses up its quota or must not be seen by others. */
export const newTenant = async (requestsPerSecond: number): Promise<{ id: string; key: string; call: Call; owner: { email: string; password: string } }> => {
  const { call: admin } = await signedIn(product().admin);
  const email = `owner-${crypto.randomUUID()}@inkproof.example`;
  const { tenant, owner } = await admin(api.admin.openTenant, { body: { name: '试验企业', requests_per_second: requestsPerSecond, owner: { name: '所有者', email } } });
  const { call } = await signedIn({ email, password: owner.initial_password });
  const { secret } = await call(api.keys.issue, { body: { label: 'e2e' } });
  return { id: tenant.id, key: secret, call, owner: { email, password: owner.initial_password } };
};
