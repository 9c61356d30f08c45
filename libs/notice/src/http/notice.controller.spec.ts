import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '@inkproof/kernel';
import { openNoticeBench, type NoticeBench } from '../testing/notice-bench.js';
import { ToldStore } from '../store/told-store.js';
import { NoticeController } from './notice.controller.js';

let bench: NoticeBench;
let controller: NoticeController;
beforeAll(async () => {
  bench = await openNoticeBench();
  controller = new NoticeController(bench.database, new ToldStore());
});
afterAll(() => bench.close());

const callerOf = (tenantId: Id<'ten'>) => ({ tenantId }) as Parameters<NoticeController['list']>[0];
const publish = async (tenantIds: string[], kind: 'maintenance.scheduled' | 'change.accepted' = 'maintenance.scheduled'): Promise<Id<'ntc'>> => bench.publish({ kind, audience: { tenants: tenantIds } });

describe('what a tenant was told, as its programs read it', () => {
  it('comes in the order in which it was told, and since what was read last', async () => {
    const { tenantId } = await bench.tenant();
    const ask = (more: object = {}) => controller.list(callerOf(tenantId), { limit: 20, ...more });
    expect(await ask()).toEqual({ items: [], next_after: null, more: false });
    // Told later than one that was published after it: whoever came back between the two misses neither.
    const waits = await publish([tenantId]);
    await bench.owner.query('UPDATE notice SET expanded_at = clock_timestamp() WHERE id = $1', [waits]);
    const first = await publish([tenantId], 'change.accepted');
    await bench.spreadAll();
    const { next_after: after } = await ask();
    expect(after).toBe(first);
    await bench.owner.query('UPDATE notice SET expanded_at = NULL WHERE id = $1', [waits]);
    await bench.spreadAll();
    const since = await ask({ after });
    expect(since).toMatchObject({ items: [{ id: waits, kind: 'maintenance.scheduled', title: { en: 'Maintenance announced: Database upgrade' }, duty: 'required' }], next_after: waits, more: false });
    expect(await ask({ after: waits })).toEqual({ items: [], next_after: waits, more: false });
    expect(await ask({ limit: 1 })).toMatchObject({ items: [{ id: first }], next_after: first, more: true });
    expect((await ask({ topic: 'change' })).items.map(({ id }) => id)).toEqual([first]);
  });

  it('says what became of it on each way', async () => {
    const { tenantId } = await bench.tenant('paid', ['developer']);
    const id = await publish([tenantId]);
    await expect(controller.find(callerOf(tenantId), { id })).rejects.toMatchObject({ code: 'notice.not_found' });
    await bench.spreadAll();
    expect(await controller.find(callerOf(tenantId), { id })).toMatchObject({ reached_at: null, deliveries: [{ channel: 'app', state: 'accepted', count: 2 }, { channel: 'mail', state: 'queued', count: 1 }] });
    await bench.fate((await bench.ledger(id)).find(({ channel }) => channel === 'mail')!.carrier_id!, 'sent');
    expect(await controller.find(callerOf(tenantId), { id })).toMatchObject({ reached_at: bench.clock.now().toISOString(), deliveries: [{ channel: 'app' }, { channel: 'mail', state: 'accepted' }] });
  });

  it('is nobody else’s, and what was told to another is no place to come back to', async () => {
    const [one, other] = [await bench.tenant(), await bench.tenant()];
    const theirs = await publish([other.tenantId]);
    const both = await publish([one.tenantId, other.tenantId]);
    await bench.spreadAll();
    expect((await controller.list(callerOf(one.tenantId), { limit: 20 })).items.map(({ id, deliveries }) => [id, deliveries.reduce((sum, { count }) => sum + count, 0)])).toEqual([[both, 2]]);
    for (const act of [controller.find(callerOf(one.tenantId), { id: theirs }), controller.list(callerOf(one.tenantId), { limit: 20, after: theirs })]) await expect(act).rejects.toMatchObject({ code: 'notice.not_found' });
  });
});
