import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeliveryStore } from '../store/delivery-store.js';
import { openNoticeBench, type NoticeBench } from '../testing/notice-bench.js';

let bench: NoticeBench;
beforeAll(async () => {
  bench = await openNoticeBench();
});
afterAll(() => bench.close());

const told = async (noticeId: string, who: Record<string, string>) =>
  (await bench.ledger(noticeId)).map(({ person_id, channel, owed }) => `${Object.entries(who).find(([, id]) => id === person_id)?.[0] ?? 'webhook'} ${channel}${owed ? '' : ' by wish'}`).sort();

it('tells each tenant what its plan is owed, and each of its people where they answer or wish', async () => {
  const paid = await bench.tenant('paid', ['developer', 'privacy', 'viewer']);
  const [trial, free, opted] = [await bench.tenant('trial'), await bench.tenant('free'), await bench.tenant('free')];
  await bench.wish(paid.members['viewer']!, 'maintenance.scheduled', 'mail', true);
  await bench.wish(paid.owner, 'maintenance.scheduled', 'mail', false);
  await bench.wish(opted.owner, 'maintenance.scheduled', 'mail', true);
  const id = await bench.publish({ audience: { tenants: [paid, trial, free, opted].map(({ tenantId }) => tenantId) } });
  await bench.spreadAll();
  expect(await told(id, { 'paid owner': paid.owner, ...paid.members, 'trial owner': trial.owner, 'free owner': free.owner, 'free owner who asked': opted.owner })).toEqual(
    ['developer app', 'free owner who asked mail by wish', 'paid owner app', 'paid owner mail', 'trial owner app by wish', 'viewer mail by wish'].sort(),
  );
  const { rows } = await bench.owner.query('SELECT tenant_id, duty FROM notice_tenant WHERE notice_id = $1', [id]);
  expect(Object.fromEntries(rows.map(({ tenant_id, duty }) => [tenant_id, duty]))).toEqual({ [paid.tenantId]: 'required', [trial.tenantId]: 'optional', [free.tenantId]: 'changelog', [opted.tenantId]: 'changelog' });
});

it('tells a tenant of its own matter whatever it pays, and nobody of what stays compatible', async () => {
  const { tenantId, owner } = await bench.tenant('free');
  const own = await bench.publish({ kind: 'change.accepted', audience: { tenants: [tenantId] } });
  const paid = await bench.tenant('paid');
  const compatible = await bench.publish({ kind: 'api.deprecated', compatible: true, audience: { tenants: [paid.tenantId] } });
  await bench.spreadAll();
  expect(await told(own, { owner })).toEqual(['owner app', 'owner mail']);
  expect(await told(compatible, {})).toEqual([]);
});

it('writes mail in the reader’s language, with the tenant’s name and a link into the console', async () => {
  const { tenantId, owner } = await bench.tenant();
  await bench.owner.query(`UPDATE person SET locale = 'en' WHERE id = $1`, [owner]);
  const id = await bench.publish({ audience: { tenants: [tenantId] }, values: { zh: { title: '升级' }, en: { title: 'Upgrade', text: 'Recognition is away.', start: '2026-12-01 02:00' } } });
  await bench.spreadAll();
  const carrier = (await bench.ledger(id)).find(({ channel }) => channel === 'mail')!.carrier_id!;
  const letter = (await bench.mails.read(carrier as `mal_${string}`))!;
  expect(letter.subject).toBe('Maintenance announced: Upgrade');
  for (const part of ['Recognition is away.', 'Begins: 2026-12-01 02:00', 'https://ocr.example/maintenance/mnt_1', 'This notice is for tenant']) expect(letter.text).toContain(part);
});

it('finds whom components concern: webhooks whoever has one, jobs whoever has a key for them, the rest everybody on the plans', async () => {
  const [hooked, plain, jobs] = [await bench.tenant('paid'), await bench.tenant('paid'), await bench.tenant('trial')];
  await bench.webhook(hooked.tenantId, ['job.failed']);
  await bench.owner.query(`INSERT INTO api_key (id, tenant_id, label, environment, scopes, secret_hash, hint, created_at) VALUES ('key_1', $1, 'x', 'live', '{jobs}', 'x', 'x', clock_timestamp())`, [jobs.tenantId]);
  const concerned = async (components: string[], plans: readonly string[] | 'all') => {
    const id = await bench.publish({ audience: { components, plans } });
    await bench.spreadAll();
    const { rows } = await bench.owner.query<{ tenant_id: string }>('SELECT tenant_id FROM notice_tenant WHERE notice_id = $1', [id]);
    return [hooked, plain, jobs].filter(({ tenantId }) => rows.some(({ tenant_id }) => tenant_id === tenantId));
  };
  expect(await concerned(['webhooks'], 'all')).toEqual([hooked]);
  expect(await concerned(['webhooks', 'jobs'], 'all')).toEqual([hooked, jobs]);
  expect(await concerned(['recognition'], 'all')).toEqual([hooked, plain, jobs]);
  expect(await concerned(['webhooks', 'recognition'], ['trial'])).toEqual([jobs]);
});

it('lays it before the webhooks that asked for it, and the ledger follows what becomes of each', async () => {
  const { tenantId } = await bench.tenant('free');
  const asked = await bench.webhook(tenantId, ['maintenance.scheduled']);
  await bench.webhook(tenantId, ['job.failed']);
  const id = await bench.publish({ audience: { tenants: [tenantId] } });
  await bench.spreadAll();
  const [row] = await bench.ledger(id);
  expect(row).toMatchObject({ channel: 'webhook', state: 'queued', person_id: null, owed: false });
  const { rows } = await bench.owner.query('SELECT webhook_id, event, body FROM webhook_delivery WHERE id = $1', [row!.carrier_id]);
  expect(rows[0]).toMatchObject({ webhook_id: asked, event: 'maintenance.scheduled' });
  expect(JSON.parse(rows[0].body)).toMatchObject({ data: { notice_id: id, subject: 'mnt_1', link: 'https://ocr.example/maintenance/mnt_1' } });
  const deliveries = new DeliveryStore(bench.database);
  const attempt = { at: bench.clock.now(), durationMs: 3, status: 503, error: null };
  await deliveries.settle(tenantId, row!.carrier_id as `dlv_${string}`, 1, attempt, { state: 'waiting', nextAttemptAt: bench.clock.now() });
  expect((await bench.ledger(id))[0]).toMatchObject({ state: 'sent', attempts: 1 });
  await deliveries.settle(tenantId, row!.carrier_id as `dlv_${string}`, 2, { ...attempt, status: 200 }, { state: 'delivered', nextAttemptAt: null });
  expect((await bench.ledger(id))[0]).toMatchObject({ state: 'accepted', attempts: 2 });
});

it('knows of a message whose webhook was removed that it will not arrive', async () => {
  const { tenantId } = await bench.tenant('free');
  const webhookId = await bench.webhook(tenantId, ['maintenance.scheduled']);
  const id = await bench.publish({ audience: { tenants: [tenantId] } });
  await bench.spreadAll();
  await bench.database.asTenant(tenantId, (tx) => tx.webhook.deleteMany({ where: { tenantId, id: webhookId } }));
  expect((await bench.ledger(id))[0]).toMatchObject({ state: 'failed', last_error: 'webhook removed' });
});

it('tells the provider’s own people by their roles; they may decline mail', async () => {
  const [operator, quiet, auditor] = [await bench.staff('operator'), await bench.staff('operator'), await bench.staff('auditor')];
  await bench.wish(quiet, 'change.received', 'mail', false);
  const id = await bench.publish({ kind: 'change.received', audience: { staff: ['operator', 'admin'] } });
  await bench.spreadAll();
  const rows = await told(id, { operator, quiet, auditor });
  expect(rows).toEqual(['operator app', 'operator mail', 'quiet app']);
});

it('several workers at once tell nobody twice and pass nobody over', async () => {
  const tenants = [];
  for (let i = 0; i < 12; i++) tenants.push(await bench.tenant());
  const id = await bench.publish({ audience: { tenants: tenants.map(({ tenantId }) => tenantId) } });
  await Promise.all(Array.from({ length: 5 }, () => bench.spreadAll()));
  expect((await bench.ledger(id)).length).toBe(24);
  expect((await bench.owner.query('SELECT expanded_at FROM notice WHERE id = $1', [id])).rows[0].expanded_at).not.toBeNull();
});

it('one that cannot be spread does not keep the others', async () => {
  const { tenantId } = await bench.tenant();
  const bad = await bench.publish({ audience: { tenants: [tenantId] } });
  await bench.owner.query(`UPDATE notice SET words = '{}' WHERE id = $1`, [bad]);
  const good = await bench.publish({ audience: { tenants: [tenantId] } });
  expect(await bench.spread.once()).toBe(1);
  await expect(bench.spread.once()).rejects.toThrow();
  expect([(await bench.ledger(bad)).length, (await bench.ledger(good)).length]).toEqual([0, 2]);
  await bench.owner.query(`UPDATE notice SET words = '{"zh": {}, "en": {}}' WHERE id = $1`, [bad]);
  await bench.spreadAll();
});
