import { CountingIds, SystemClock } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SupportStore } from '../store/support-store.js';
import { openPeopleBench, type PeopleBench } from '../testing/people-bench.js';
import { SupportAccesses } from './support-accesses.js';

let bench: PeopleBench;
let accesses: SupportAccesses;
beforeAll(async () => {
  bench = await openPeopleBench();
  // The store holds the time box by its own clock, so this one is real too.
  accesses = new SupportAccesses(bench.database, new SupportStore(), bench.outbox, bench.trail, new CountingIds(), new SystemClock(), 'https://ocr.example');
});
afterAll(() => bench.close());

const opened = async (minutes = 60) => {
  const tenant = await bench.tenant();
  const staff = await bench.place('provider', 'support');
  const { rows } = await bench.owner.query<{ id: string }>(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms) VALUES ('rec_' || $1, $1, now(), 'api', '{en}', 1, 1, 1) RETURNING id`, [tenant.tenantId]);
  return { ...tenant, staff, recognition: rows[0]!.id, access: await accesses.open(tenant.tenantId, { reason: 'Calls fail since noon', ticket: 'INC-7', minutes }, staff.id, staff.by) };
};
const lookAt = ({ access, staff }: Awaited<ReturnType<typeof opened>>) => accesses.look(access.id, { what: 'recognitions' }, staff.id, staff.by, (tx) => tx.recognition.findMany({ select: { id: true } }));
const expire = (id: string) => bench.owner.query(`UPDATE support_access SET opened_at = now() - interval '2 hours', ends_at = now() - interval '1 second' WHERE id = $1`, [id]);

describe('a support access', () => {
  it('opens what one tenant called and nothing of any other, and each look is in the tenant’s log with its reason', async () => {
    const [one, other] = [await opened(), await opened()];
    expect(await lookAt(one)).toEqual([{ id: one.recognition }]);
    expect(await lookAt(other)).toEqual([{ id: other.recognition }]);
    expect((await bench.entries(one.tenantId)).slice(-2)).toMatchObject([
      { action: 'support.opened', details: { minutes: 60, ticket: 'INC-7' }, reason: 'Calls fail since noon' },
      { action: 'support.read', actor: { id: one.staff.id }, targets: [one.access.id], details: { what: 'recognitions' }, reason: 'Calls fail since noon' },
    ]);
  });

  it('is told to the owners by mail and listed to the tenant', async () => {
    const other = await bench.tenant();
    const { email, tenantId, access, staff } = await opened();
    expect(await bench.mailsTo(other.email)).toEqual([]);
    expect((await bench.mailsTo(email))[0]).toMatchObject({ template: 'support_access_began', tenantId });
    expect(await accesses.list(tenantId, { size: 10 })).toMatchObject([{ id: access.id, personId: staff.id, reason: 'Calls fail since noon', endedAt: null }]);
  });

  it('is over at its time, and at once when the tenant ends it', async () => {
    const [late, ended] = [await opened(), await opened()];
    await expire(late.access.id);
    await expect(lookAt(late)).rejects.toMatchObject({ code: 'support.over' });
    expect(await accesses.end(ended.access.id, { tenantId: ended.tenantId }, ended.owner)).toMatchObject({ endedBy: ended.owner.id });
    await expect(lookAt(ended)).rejects.toMatchObject({ code: 'support.over' });
    expect((await bench.entries(ended.tenantId)).at(-1)).toMatchObject({ action: 'support.ended', actor: { id: ended.owner.id } });
  });

  it('is for the person it was opened for, as long as they are on the staff', async () => {
    const one = await opened();
    const colleague = await bench.place('provider', 'support');
    await expect(lookAt({ ...one, staff: colleague })).rejects.toMatchObject({ code: 'support.not_found' });
    const admin = await bench.place('provider', 'admin');
    await bench.keep.remove('provider', one.staff.id, admin.by);
    await expect(lookAt(one)).rejects.toMatchObject({ code: 'support.over' });
  });

  it('is ended by its own tenant and by no other', async () => {
    const [one, other] = [await opened(), await bench.tenant()];
    await expect(accesses.end(one.access.id, { tenantId: other.tenantId }, other.owner)).rejects.toMatchObject({ code: 'support.not_found' });
    expect(await lookAt(one)).toHaveLength(1);
  });

  it('is found by its tenant for whoever has one that runs, and names the one thing that was looked at', async () => {
    const one = await opened();
    const into = (who: typeof one.staff, tenantId = one.tenantId) => accesses.lookInto(tenantId, { what: 'call', target: one.recognition }, who.id, who.by, (tx) => tx.recognition.findMany({ select: { id: true } }));
    expect(await into(one.staff)).toEqual([{ id: one.recognition }]);
    expect((await bench.entries(one.tenantId)).at(-1)).toMatchObject({ action: 'support.read', targets: [one.access.id, one.recognition], details: { what: 'call' } });
    await expect(into(await bench.place('provider', 'support'))).rejects.toMatchObject({ code: 'support.required' });
    await expect(into(one.staff, (await opened()).tenantId)).rejects.toMatchObject({ code: 'support.required' });
    await expect(into(one.staff, 'ten_nobody')).rejects.toMatchObject({ code: 'tenant.not_found' });
    await accesses.end(one.access.id, { tenantId: one.tenantId }, one.owner);
    await expect(into(one.staff)).rejects.toMatchObject({ code: 'support.required' });
  });

  it('leaves no entry where the look itself failed', async () => {
    const one = await opened();
    const before = (await bench.entries(one.tenantId)).length;
    await expect(accesses.look(one.access.id, { what: 'recognitions' }, one.staff.id, one.staff.by, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await bench.entries(one.tenantId)).toHaveLength(before);
  });
});

describe('the store', () => {
  const asSupport = (id: string) => bench.database.asSupport(id, (tx) => tx.recognition.count());

  it('shows nothing under an access that is over, is nobody’s or was never opened', async () => {
    const one = await opened();
    expect(await asSupport(one.access.id)).toBe(1);
    expect(await bench.database.asProvider((tx) => tx.recognition.count())).toBe(0);
    expect(await asSupport('sup_nobody')).toBe(0);
    await expire(one.access.id);
    expect(await asSupport(one.access.id)).toBe(0);
  });

  it('takes none beyond four hours or without a reason, and lets nobody make one longer', async () => {
    const { tenantId, staff, access } = await opened();
    await expect(accesses.open(tenantId, { reason: 'x', minutes: 241 }, staff.id, staff.by)).rejects.toThrow(/within_four_hours/);
    await expect(accesses.open(tenantId, { reason: ' ', minutes: 15 }, staff.id, staff.by)).rejects.toThrow(/for_a_reason/);
    await expect(bench.database.asProvider((tx) => tx.$executeRaw`UPDATE support_access SET ends_at = ends_at + interval '1 hour' WHERE id = ${access.id}`)).rejects.toThrow(/permission denied/);
  });
});
