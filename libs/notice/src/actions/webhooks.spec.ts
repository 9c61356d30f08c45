import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Trail, type Actor } from '@inkproof/audit';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Drawers, LocalBlobs, TenantKeys, createLog, Database, SafeFetch } from '@inkproof/platform';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryStore } from '../store/delivery-store.js';
import { WebhookStore } from '../store/webhook-store.js';
import { Announce } from './announce.js';
import { Deliver } from './deliver.js';
import { HandOver } from './hand-over.js';
import { KeepWebhooks } from './keep-webhooks.js';

interface Heard {
  headers: Record<string, string>;
  body: string;
}

const [ours, theirs] = ['ten_ours', 'ten_theirs'] as Id<'ten'>[] as [Id<'ten'>, Id<'ten'>];
const events = ['job.succeeded'] as const;
const trail = new Trail();
const by: Actor = { kind: 'member', id: 'per_1', role: 'owner', requestId: 'req_1' };

let spec: SpecDatabase;
let database: Database;
let receiver: Server;
let url: string;
let answer = 200;
let heard: Heard[] = [];
/** Deliveries are due by the store's clock, so this one stands at the present. */
const clock = new StillClock(new Date().toISOString());

const keyFolder = specFolder();
const fetch = new SafeFetch({ exceptions: ['127.0.0.0/8'] });
const built = (at: StillClock = clock, keptAt: StillClock = clock) => {
  const ids = new SortableIds();
  const keys = new TenantKeys(database, new LocalBlobs(keyFolder), Buffer.alloc(32, 7), ids, clock);
  const webhooks = new WebhookStore(database, new Drawers(database, keys, ids, clock));
  const deliveries = new DeliveryStore(database);
  const handOver = new HandOver(database, webhooks, deliveries, fetch, trail, at, () => 0.5);
  return { keep: new KeepWebhooks(database, webhooks, deliveries, fetch, trail, ids, keptAt), announce: new Announce(deliveries, ids, clock), deliver: new Deliver(webhooks, deliveries, handOver, clock, createLog('silent')), webhooks, deliveries };
};

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  await database.asProvider(async (tx) => {
    for (const id of [ours, theirs]) await tx.tenant.create({ data: { id, name: id, createdAt: clock.now() } });
  });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer).end('what a receiver says is not read');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
  [answer, heard] = [200, []];
});
afterAll(async () => {
  receiver.close();
  await database.close();
  await spec.drop();
});

const register = (tenantId: Id<'ten'>) => built().keep.register(tenantId, { url, label: 'archive', events: [...events] }, by);
const clear = async (tenantId: Id<'ten'>) => {
  for (const { id } of await built().webhooks.list(tenantId)) await built().keep.remove(tenantId, id, by);
};

describe('an event', () => {
  it('reaches the webhooks that asked for it, signed, with its own tenant alone', async () => {
    const { webhook, secret } = await register(ours);
    await register(theirs);
    const { announce, deliver, deliveries } = built();
    await database.writeAsTenant(ours, [announce.writing(ours, 'job.succeeded', 'job_1', { job: 'job_1', status: 'succeeded' })]);
    await database.writeAsTenant(ours, [announce.writing(ours, 'job.failed', 'job_2', { job: 'job_2', status: 'failed' })]);
    expect(await deliver.due()).toBe(1);
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [Heard];
    expect(new Verifier(secret).verify(body, headers)).toMatchObject({ type: 'job.succeeded', data: { job: 'job_1', status: 'succeeded' } });
    const [delivery] = await deliveries.list(ours, webhook.id, { size: 5 });
    expect(delivery).toMatchObject({ id: headers['webhook-id'], state: 'delivered', nextAttemptAt: null, attempts: [{ status: 200, error: null }] });
    expect(await deliver.due()).toBe(0);
    await clear(ours);
    await clear(theirs);
  });

  it('that is rolled back is told to nobody', async () => {
    await register(ours);
    const { announce, deliver } = built();
    const impossible = { name: 'spec_impossible', text: 'SELECT 1 / 0', values: [] };
    await expect(database.writeAsTenant(ours, [announce.writing(ours, 'job.succeeded', 'job_1', {}), impossible])).rejects.toThrow();
    expect(await deliver.due()).toBe(0);
    await clear(ours);
  });
});

describe('a receiver', () => {
  it('that is down is tried again under the same id, later and later, and the log says so', async () => {
    answer = 503;
    const { webhook } = await register(ours);
    // Hands over an hour ahead of the store's clock: its five seconds are not over before this has looked, however long that takes.
    const ahead = new StillClock(new Date(clock.now().getTime() + 3_600_000).toISOString());
    const { deliver } = built(ahead);
    const { keep, deliveries } = built();
    const { id } = await keep.test(ours, webhook.id);
    await deliver.due();
    const waiting = await deliveries.find(ours, webhook.id, id);
    expect(waiting).toMatchObject({ state: 'waiting', nextAttemptAt: new Date(ahead.now().getTime() + 5_000), attempts: [{ status: 503 }] });
    expect(await deliver.due()).toBe(0);
    answer = 204;
    await keep.redeliver(ours, webhook.id, id);
    expect(await deliver.due()).toBe(1);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
    expect(await deliveries.find(ours, webhook.id, id)).toMatchObject({ state: 'delivered', attempts: [{ status: 503 }, { status: 204 }] });
    await clear(ours);
  });

  it('that never answers well is given up after the last attempt', async () => {
    answer = 500;
    const { webhook } = await register(ours);
    const { keep, deliver, deliveries } = built();
    const { id } = await keep.test(ours, webhook.id);
    for (let attempt = 0; attempt < 8; attempt++) {
      expect(await deliver.due()).toBe(1);
      if (attempt < 7) await deliveries.again(ours, webhook.id, id, clock.now());
    }
    const given = await deliveries.find(ours, webhook.id, id);
    expect(given).toMatchObject({ state: 'failed', nextAttemptAt: null });
    expect(given?.attempts).toHaveLength(8);
    await clear(ours);
  });

  it('that is gone for good gets no more', async () => {
    answer = 410;
    const { webhook } = await register(ours);
    const { keep, deliver, webhooks, announce } = built();
    await keep.test(ours, webhook.id);
    await deliver.due();
    expect(await webhooks.find(ours, webhook.id)).toMatchObject({ enabled: false });
    await database.writeAsTenant(ours, [announce.writing(ours, 'job.succeeded', 'job_1', {})]);
    expect(await deliver.due()).toBe(0);
    await clear(ours);
  });

  it('that was switched off gets nothing of what waits', async () => {
    const { webhook } = await register(ours);
    const { keep, deliver, deliveries } = built();
    const { id } = await keep.test(ours, webhook.id);
    await keep.change(ours, webhook.id, { enabled: false }, by);
    await deliver.due();
    expect(heard).toEqual([]);
    expect(await deliveries.find(ours, webhook.id, id)).toMatchObject({ state: 'failed', nextAttemptAt: null, attempts: [] });
    await clear(ours);
  });

  it('that is not there is noted without a status', async () => {
    const { webhook } = await register(ours);
    const { keep, deliver, deliveries } = built();
    await keep.change(ours, webhook.id, { url: 'http://127.0.0.1:1/' }, by);
    const { id } = await keep.test(ours, webhook.id);
    await deliver.due();
    expect(await deliveries.find(ours, webhook.id, id)).toMatchObject({ state: 'waiting', attempts: [{ status: null, error: 'connection' }] });
    await clear(ours);
  });
});

describe('a secret', () => {
  it('goes on signing for a day after it was changed, and is sealed in the store', async () => {
    const { webhook, secret } = await register(ours);
    const { keep, deliver, webhooks } = built();
    const rotated = await keep.rotate(ours, webhook.id, by);
    await keep.test(ours, webhook.id);
    await deliver.due();
    const [{ headers, body }] = heard as [Heard];
    for (const known of [secret, rotated.secret]) expect(new Verifier(known).verify(body, headers)).toBeTruthy();
    expect(await webhooks.secrets(ours, webhook.id, new Date(clock.now().getTime() + 25 * 3_600_000))).toEqual([rotated.secret]);
    const rows = await database.asTenant(ours, (tx) => tx.webhook.findMany({ where: { tenantId: ours } }));
    await webhooks.forgetSecrets(new Date(clock.now().getTime() + 25 * 3_600_000));
    expect(await database.asTenant(ours, (tx) => tx.webhook.findMany({ where: { tenantId: ours } }))).toMatchObject([{ previousSealed: null, previousSealedKey: null, previousUntil: null }]);
    expect(rows.some(({ sealed }) => Buffer.from(sealed).includes(secret) || Buffer.from(sealed).includes(rotated.secret))).toBe(false);
    await clear(ours);
  });

  it('keeps the day it was promised, however often or at once another change is asked for', async () => {
    const { webhook, secret } = await register(ours);
    const { keep, deliver } = built();
    const asked = await Promise.allSettled(Array.from({ length: 3 }, () => keep.rotate(ours, webhook.id, by)));
    const [first, ...more] = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const until = first!.webhook.previousUntil!;
    expect(more).toEqual([]);
    await expect(keep.rotate(ours, webhook.id, by)).rejects.toMatchObject({ code: 'webhook.rotating', message: expect.stringContaining(until.toISOString()) });
    await keep.test(ours, webhook.id);
    await deliver.due();
    const [{ headers, body }] = heard as [Heard];
    for (const known of [secret, first!.secret]) expect(new Verifier(known).verify(body, headers)).toBeTruthy();
    const next = await built(clock, new StillClock(until.toISOString())).keep.rotate(ours, webhook.id, by);
    expect(await built().webhooks.secrets(ours, webhook.id, until)).toEqual([next.secret, first!.secret]);
    await clear(ours);
  });
});

describe('a tenant', () => {
  it('sees and touches no webhook of another', async () => {
    const { webhook } = await register(theirs);
    const { keep, webhooks } = built();
    expect(await webhooks.list(ours)).toEqual([]);
    for (const act of [() => keep.change(ours, webhook.id, { label: 'mine' }, by), () => keep.rotate(ours, webhook.id, by), () => keep.remove(ours, webhook.id, by), () => keep.test(ours, webhook.id)]) await expect(act()).rejects.toMatchObject({ code: 'webhook.not_found' });
    expect(await webhooks.list(theirs)).toMatchObject([{ label: 'archive' }]);
    await clear(theirs);
  });

  it('has ten webhooks and no eleventh, however they come', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => register(ours)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'webhook.too_many' });
    await clear(ours);
  });

  it('cannot have messages sent to where they do not belong', async () => {
    const strict = new KeepWebhooks(database, built().webhooks, built().deliveries, new SafeFetch({ exceptions: [] }), trail, new SortableIds(), clock);
    for (const address of ['http://127.0.0.1/', 'https://169.254.169.254/', 'https://a:b@8.8.8.8/', 'http://8.8.8.8/']) await expect(strict.register(ours, { url: address, label: 'x', events: [...events] }, by)).rejects.toMatchObject({ code: 'webhook.address_refused' });
  });
});

it('hands over for every tenant before it goes on with the many of one', async () => {
  const { deliveries, keep } = built();
  const [many, few] = [await register(ours), await register(theirs)];
  for (let i = 0; i < 10; i++) await keep.test(ours, many.webhook.id);
  await keep.test(theirs, few.webhook.id);
  expect((await deliveries.take(2)).map(({ tenant_id }) => tenant_id).sort()).toEqual([ours, theirs]);
  await Promise.all([clear(ours), clear(theirs)]);
});

it('hands each delivery over once, however many processes look', async () => {
  await register(ours);
  const { announce } = built();
  for (let index = 1; index <= 20; index++) await database.writeAsTenant(ours, [announce.writing(ours, 'job.succeeded', `job_${index}`, { job: `job_${index}` })]);
  const looks = async () => {
    const { deliver } = built();
    while ((await deliver.due()) > 0);
  };
  await Promise.all([looks(), looks(), looks()]);
  expect(heard).toHaveLength(20);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(20);
  await clear(ours);
});
