import fs from 'node:fs';
import path from 'node:path';
import { memberRoles, staffRoles, type MemberRole, type StaffRole } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodies } from './testing/bodies.js';
import { lossesIn, type Json } from './testing/losses.js';
import { plain, queries, rows, type Row } from './testing/routes.js';
import { openWorld, type Credentials, type World } from './testing/world.js';
import { version } from './version.js';

/** What was read of a release by whom, with the kinds of ids in their places, and the shape of what it answered. */
const Exchange = z.strictObject({ name: z.string(), as: z.string(), path: z.string(), params: z.record(z.string(), z.string().nullable()), status: z.int(), reply: z.json() });
type Exchange = z.infer<typeof Exchange>;
/** What was sent to it, and taken. */
const Sent = z.strictObject({ name: z.string(), method: z.string(), path: z.string(), body: z.json() });
const Traffic = z.strictObject({ read: z.array(Exchange), sent: z.array(Sent) });
type Traffic = z.infer<typeof Traffic>;

const folder = path.resolve(import.meta.dirname, '../../../docs/openapi');
const fileOf = (release: string): string => path.join(folder, `${release}.traffic.json`);
const releases = (): string[] => fs.readdirSync(folder).flatMap((name) => /^(\d+\.\d+\.\d+)\.traffic\.json$/.exec(name)?.[1] ?? []);

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.confirm();
  // Once a release is out its traffic is kept for good. That of the present one is taken where there is none.
  if (!fs.existsSync(fileOf(version))) fs.writeFileSync(fileOf(version), `${JSON.stringify(await recorded(), null, 1)}\n`);
});
afterAll(() => world.close());

const credentialsOf = (as: string): Credentials => (as === 'key' ? world.one.key : memberRoles.includes(as as MemberRole) ? world.one.roles[as as MemberRole] : world.staff[as as StaffRole]);
/** Whoever may read there, of those who may read most. */
const readerOf = ({ endpoint: { access } }: Row): string | undefined => (access.key ? 'key' : (access.member?.[0] ?? access.staff?.find((role) => staffRoles.includes(role))));

const ask = async ({ as, path: address, params }: Pick<Exchange, 'as' | 'path' | 'params'>): Promise<{ status: number; reply: Json | undefined }> => {
  const filled = Object.entries(params).reduce((all, [name, prefix]) => all.replace(`{${name}}`, prefix ? world.one.ids[prefix]! : plain[name]!), address);
  const answer = await fetch(world.url + filled, { headers: credentialsOf(as), signal: AbortSignal.timeout(10_000) });
  if (/^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '')) return { status: answer.status, reply: (await answer.json()) as Json };
  await answer.body?.cancel();
  return { status: answer.status, reply: undefined };
};

/** Of each list the first is enough, and of each value its kind: what it was is of no machine but that one. */
const brief = (value: Json): Json => {
  if (Array.isArray(value)) return value.slice(0, 1).map(brief);
  // What is called after an id is there for that one alone.
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([name]) => !/^[a-z]{3}_[0-9a-z]{26}$/.test(name)).map(([name, one]) => [name, brief(one)]));
  return typeof value === 'string' ? '…' : typeof value === 'number' ? 0 : value;
};

const sent = (): Traffic['sent'] => rows.flatMap(({ name, endpoint: { method, path, body } }) => (body?.safeParse(bodies[name]).success ? [{ name, method, path, body: bodies[name] as Json }] : []));

const recorded = async (): Promise<Traffic> => {
  const all: Exchange[] = [];
  for (const row of rows.filter(({ endpoint: { method, access } }) => method === 'GET' && !access.anyone)) {
    const asked = { as: readerOf(row)!, path: row.endpoint.path + (queries[row.name] ?? ''), params: Object.fromEntries(row.params.map(({ name, prefix }) => [name, prefix])) };
    const { status, reply } = await ask(asked);
    if (status === 200 && reply !== undefined) all.push({ name: row.name, ...asked, status, reply: brief(reply) });
  }
  return { read: all, sent: sent() };
};

describe.each([...new Set([...releases(), version])])('a program written for %s', (release) => {
  const traffic = (): Traffic => Traffic.parse(JSON.parse(fs.readFileSync(fileOf(release), 'utf8')));

  it('is answered what it was answered then, and finds in it all that it knows', async () => {
    const { read } = traffic();
    expect(read.length).toBeGreaterThan(100);
    const broken: string[] = [];
    for (const { status, reply, name, ...asked } of read) {
      const now = await ask(asked);
      broken.push(...(now.status === status && now.reply !== undefined ? lossesIn(reply, now.reply) : [`status ${now.status}`]).map((loss) => `${name}: ${loss}`));
    }
    expect(broken).toEqual([]);
  });

  it('may send what it sent then', () => {
    const { sent } = traffic();
    expect(sent.length).toBeGreaterThan(50);
    const refused = sent.filter(({ method, path: address, body }) => !rows.find(({ endpoint }) => endpoint.method === method && endpoint.path === address)?.endpoint.body?.safeParse(body).success);
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
});
