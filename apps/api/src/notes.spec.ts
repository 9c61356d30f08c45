import { api, createClient, memberRoles, stateAfterReply, ticketPriorities, type Call } from '@inkproof/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plain, queries, rows, type Row } from './testing/routes.js';
import { made, send } from './testing/sending.js';
import { openWorld, type Credentials, type World } from './testing/world.js';

/** In every word of a note and of its files, and nowhere else. */
const CANARY = 'quillonbird';
const RUNS = 12;

let world: World;
let desk: Call;
beforeAll(async () => {
  world = await openWorld();
  await world.confirm();
  desk = createClient({ baseUrl: world.url, headers: world.staff.support });
});
afterAll(() => world.close());

type Id = `tkt_${string}`;
type Happening = { what: 'noted' | 'noted with a file' } | { what: 'answered'; state: (typeof stateAfterReply)[number] } | { what: 'asked' | 'graded' | 'split' | 'merged' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('noted' as const, 'noted with a file' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('answered' as const), state: fc.constantFrom(...stateAfterReply) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('asked' as const, 'graded' as const, 'split' as const, 'merged' as const) }) },
);

let notes = 0;
const note = async (id: Id, withFile: boolean): Promise<void> => {
  const words = `${CANARY} ${++notes}`;
  await desk(api.adminTickets.note, { params: { id }, body: { words }, ...(withFile && { files: [new File([words], `${CANARY}.log`)] }) });
};

/** What a closed ticket refuses is as good as what it takes. */
const happens = async (id: Id, one: Happening): Promise<unknown> => {
  const { one: tenant, staff } = world;
  switch (one.what) {
    case 'noted':
    case 'noted with a file':
      return note(id, one.what === 'noted with a file');
    case 'answered':
      return send(world, api.adminTickets.reply, staff.support, { params: { id }, body: { words: 'We look', state: one.state } });
    case 'asked':
      return send(world, api.tickets.reply, tenant.roles.developer, { params: { id }, body: { words: 'And now?' } });
    case 'graded':
      return send(world, api.adminTickets.change, staff.support, { params: { id }, body: { priority: ticketPriorities[notes % ticketPriorities.length] } });
    case 'split':
      return send(world, api.adminTickets.split, staff.support, { params: { id }, body: { events: [(await desk(api.adminTickets.find, { params: { id } })).events[0]!.id], subject: 'Apart' } });
    case 'merged':
      return send(world, api.adminTickets.merge, staff.support, { params: { id: await opened() }, body: { into: id } });
  }
};

const opened = async (): Promise<Id> => (await made(send(world, api.tickets.create, world.one.roles.developer, { body: { subject: 'Jobs wait', words: 'Since noon', priority: 'p1' } }))) as Id;

const reads = rows.filter(({ endpoint: { method, access } }) => method === 'GET' && (access.anyone ?? access.key ?? access.member));
const readers = (): [string, Credentials][] => [['key', world.one.key], ...memberRoles.map((role): [string, Credentials] => [role, world.one.roles[role]])];

/** Whatever a reader of the tenant's is answered there, refused or not. */
const read = async ({ name, endpoint, params }: Row, who: Credentials, id: Id): Promise<string> => {
  const address = params.reduce((path, { name: param, prefix }) => path.replace(`{${param}}`, prefix === 'tkt' ? id : prefix ? (world.one.ids[prefix] ?? `${prefix}_${'0'.repeat(26)}`) : plain[param]!), endpoint.path);
  const answer = await fetch(world.url + address + (queries[name] ?? ''), { headers: who, signal: AbortSignal.timeout(10_000) });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.body!.cancel().then(() => '');
  return Buffer.from(await answer.arrayBuffer()).toString('latin1');
};

it('notes reach nobody of a tenant: not by any address that they may read, nor by search, mail, webhook, notice or log, whatever happens on a ticket', async () => {
  await createClient({ baseUrl: world.url, headers: world.one.roles.owner })(api.webhooks.create, { body: { url: 'https://198.51.100.7/notes', label: 'x', events: ['ticket.answered'] } });
  const tickets: Id[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 8 }), async (all) => {
      const id = await opened();
      tickets.push(id);
      await note(id, true);
      for (const one of all) await happens(id, one);
      for (const [reader, who] of readers()) {
        for (const endpoint of [api.tickets.find, api.tickets.list]) expect({ reader, body: JSON.stringify((await send(world, endpoint, who, { params: { id } })).body) }).not.toMatchObject({ body: expect.stringContaining(CANARY) as string });
        expect((await send(world, api.tickets.list, who, { query: { search: CANARY } })).body['items']).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
  const heard = await desk(api.adminTickets.find, { params: { id: tickets.at(-1)! } });
  expect(heard.notes.length).toBeGreaterThan(0);
  expect((await desk(api.adminTickets.list, { query: { search: CANARY } })).items.length).toBeGreaterThan(0);

  for (const row of reads) for (const [reader, who] of readers()) expect({ address: row.name, reader, tells: (await read(row, who, tickets.at(-1)!)).includes(CANARY) }).toEqual({ address: row.name, reader, tells: false });

  const { items: mails } = await createClient({ baseUrl: world.url, headers: world.staff.admin })(api.mails.list, { query: { limit: 100 } });
  expect(mails.length).toBeGreaterThan(0);
  for (const { id } of mails) expect(JSON.stringify((await send(world, api.mails.open, world.staff.admin, { params: { id } })).body)).not.toContain(CANARY);
  const { rows: kept } = await world.owner.query<{ row: string }>(`SELECT to_jsonb(d)::text AS row FROM webhook_delivery d UNION ALL SELECT to_jsonb(n)::text FROM notice n UNION ALL SELECT body FROM audit_entry`);
  expect(kept.some(({ row }) => row.includes('ticket.answered'))).toBe(true);
  expect(kept.filter(({ row }) => row.includes(CANARY))).toEqual([]);
}, 120_000);

it('a file of a ticket comes as something to save, never to run or to guess at', async () => {
  const { tkt, tkf } = world.one.ids;
  const answer = await fetch(`${world.url}/v1/tickets/${tkt}/files/${tkf}`, { headers: world.one.key });
  expect([answer.status, ...['content-disposition', 'x-content-type-options', 'content-security-policy'].map((name) => answer.headers.get(name))]).toEqual([200, "attachment; filename*=UTF-8''x.log", 'nosniff', "default-src 'none'; sandbox"]);
});

it('a ticket is taken while its tenant is suspended, answered, and answered again', async () => {
  const { other, staff } = world;
  await world.owner.query('UPDATE tenant SET suspended_at = clock_timestamp() WHERE id = $1', [other.id]);
  const id = await made(send(world, api.tickets.create, other.key, { body: { subject: 'Why?', words: 'x' } }));
  expect((await send(world, api.adminTickets.reply, staff.support, { params: { id }, body: { words: 'x', state: 'waiting_tenant' } })).status).toBe(201);
  expect((await send(world, api.tickets.reply, other.roles.owner, { params: { id }, body: { words: 'x' } })).status).toBe(201);
});
