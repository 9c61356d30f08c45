import { PROBE_TENANT } from '@inkproof/contract';
import { KeepProbeTenant } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { IntakeStore } from '../store/intake-store.js';
import { IntakeDoor } from './intake-door.js';
import { PassOverDesk } from './pass-over-desk.js';
import { ProveIntake } from './prove-intake.js';

const MINUTE_MS = 60_000;

/** The same door without the road to it, and the ways in which it may be shut. */
class InnerDoor extends IntakeDoor {
  shutBy: Error | undefined;
  slowMs = 0;

  constructor(private readonly bench: DeskBench) {
    super();
  }

  async open(subject: string, words: string): Promise<Id<'tkt'>> {
    if (this.shutBy) throw this.shutBy;
    this.bench.clock.advance(this.slowMs);
    return (await this.bench.tenantSide.open(PROBE_TENANT, { subject, words, priority: 'p4' }, { kind: 'key', id: 'key_probe', requestId: null })).id as Id<'tkt'>;
  }

  async isAnswered(id: Id<'tkt'>): Promise<boolean> {
    const ticket = await this.bench.database.asTenant(PROBE_TENANT, (tx) => this.bench.store.find(tx, id, PROBE_TENANT));
    return ticket!.events.some(({ side }) => side === 'provider');
  }
}

let bench: DeskBench;
let door: InnerDoor;
let proving: ProveIntake;
beforeAll(async () => {
  bench = await openDeskBench();
  const { database, trail, ids, clock, store, book } = bench;
  await new KeepProbeTenant(database, trail, ids, clock, 'pepper '.repeat(6)).key();
  door = new InnerDoor(bench);
  proving = new ProveIntake(database, new IntakeStore(), door, new PassOverDesk(database, store, book, trail), ids, clock, 0);
});
beforeEach(async () => {
  await bench.owner.query('TRUNCATE intake_proof, ticket_call, mail, ticket_event, ticket_note, ticket CASCADE');
  Object.assign(door, { shutBy: undefined, slowMs: 0 });
});
afterAll(() => bench.close());

const met = async () => (await bench.owner.query<{ met: string | null }>('SELECT met FROM intake_proof ORDER BY at')).rows.map((row) => row.met);
const states = async () => (await bench.owner.query<{ state: string }>('SELECT state FROM ticket ORDER BY id')).rows.map(({ state }) => state);
const pass = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    await proving.once();
    bench.clock.advance(MINUTE_MS);
  }
};

it('proves intake every quarter of an hour, and leaves nothing open', async () => {
  await pass(60);
  expect(await met()).toEqual([null, null, null, null]);
  expect(await states()).toEqual(['closed', 'closed', 'closed', 'closed']);
});

it('says what it met, and tries again each minute until a ticket is taken', async () => {
  door.shutBy = Object.assign(new Error(), { name: 'TimeoutError' });
  await pass(3);
  door.shutBy = undefined;
  await pass(5);
  expect(await met()).toEqual(['no_answer_in_time', 'no_answer_in_time', 'no_answer_in_time', null]);
});

it('does not count a ticket that took too long', async () => {
  door.slowMs = 11_000;
  await pass(1);
  expect(await met()).toEqual(['slow']);
  expect(await states()).toEqual(['closed']);
});

it('closes what an earlier try left open', async () => {
  await door.open('x', 'x');
  await pass(1);
  expect(await states()).toEqual(['closed', 'closed']);
});

it('is in no queue, count, list, figure or clock of the desk, while tickets of tenants are', async () => {
  await door.open('x', 'x');
  const { database, store, clock } = bench;
  const { tenantId, by } = await bench.tenant();
  const asked = { state: 'unsolved', size: 10 } as const;
  const seen = () => database.asProvider(async (tx) => ({ queue: (await store.queue(tx, asked)).length, list: (await store.list(tx, { size: 10 })).length, counts: (await store.count(tx, 'per_x', clock.now())).unsolved, found: (await store.list(tx, { search: 'x', size: 10 })).length, due: (await store.due(tx, new Date(clock.now().getTime() + 1e10), 10)).length, standings: (await store.standings(tx)).length, events: await tx.ticketEvent.count(), tenants: (await tx.tenant.findMany()).map(({ id }) => id) }));
  expect(await seen()).toEqual({ queue: 0, list: 0, counts: 0, found: 0, due: 0, standings: 0, events: 0, tenants: expect.not.arrayContaining([PROBE_TENANT]) as string[] });
  await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p4' }, by);
  expect(await seen()).toEqual({ queue: 1, list: 1, counts: 1, found: 1, due: 1, standings: 1, events: 1, tenants: expect.arrayContaining([tenantId]) as string[] });
});

it('mails nobody', async () => {
  await pass(60);
  expect(await bench.mails()).toEqual([]);
});
