import type { MaintenanceRequest } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, openMaintenanceBench, type MaintenanceBench } from '../testing/maintenance-bench.js';
import type { WholeWindow } from '../store/window-store.js';

const MINUTE_MS = 60_000;
const DAY_HOURS = 24;

let bench: MaintenanceBench;
beforeAll(async () => {
  bench = await openMaintenanceBench();
});
afterAll(() => bench.close());

const refusedAs = (code: string) => expect.objectContaining({ code });
const kinds = async (id: string): Promise<string[]> => (await bench.told(id)).map(({ kind }) => kind);
/** Asked for by Lin, approved by Mei. */
const approvedChange = async (id: Id<'mnt'>, asked: MaintenanceRequest): Promise<WholeWindow> => {
  const { change } = await bench.plan.change(id, asked, bench.lin);
  await bench.approve(change!, bench.mei);
  return bench.find(id);
};
const pass = async (ms: number): Promise<void> => {
  bench.clock.advance(ms);
  await bench.watch.once();
};

describe('a planned window', () => {
  it('is announced by two people, reminded of, started by the clock, verified, completed, and each is told once', async () => {
    const draft = await bench.plan.draft(bench.wish(100), bench.lin);
    const waiting = await bench.publish.for(draft.id, 'Disks are full', bench.lin);
    expect([waiting.state, await kinds(draft.id)]).toEqual(['draft', []]);
    await expect(bench.approve(waiting, bench.lin)).rejects.toEqual(refusedAs('approval.own'));
    await bench.approve(waiting, bench.mei);
    expect(await bench.find(draft.id)).toMatchObject({ state: 'scheduled', publishedBy: bench.lin.id, approvedBy: bench.mei.id });
    for (const hours of [75, 1, 22, 1, 1, 0]) await pass(hours * HOUR_MS);
    expect(await bench.find(draft.id)).toMatchObject({ state: 'in_progress' });
    await bench.act.for(draft.id, { act: 'verify', restored: [], words: 'All disks are in' }, bench.lin);
    await bench.act.for(draft.id, { act: 'complete' }, bench.lin);
    const { events, state } = await bench.find(draft.id);
    expect(state).toBe('completed');
    expect(events.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['drafted', 'Lin'],
      ['submitted', 'Lin'],
      ['published', 'Mei'],
      ['day_before', null],
      ['hour_before', null],
      ['started', null],
      ['verifying', 'Lin'],
      ['completed', 'Lin'],
    ]);
    expect(await kinds(draft.id)).toEqual(['scheduled', 'day_before', 'hour_before', 'started', 'completed']);
    expect((await bench.actions()).filter((action) => action.startsWith('maintenance.'))).toEqual(['maintenance.drafted', 'maintenance.published', 'maintenance.started', 'maintenance.verifying', 'maintenance.completed']);
  });

  it('needs three days or a reason, and a draft that is changed while it waits is approved anew', async () => {
    const { id } = await bench.plan.draft(bench.wish(71), bench.lin);
    await expect(bench.publish.for(id, undefined, bench.lin)).rejects.toEqual(refusedAs('maintenance.reason_required'));
    await bench.plan.change(id, bench.wish(71, { reason: 'A disk reports errors' }), bench.lin);
    const waiting = await bench.publish.for(id, undefined, bench.lin);
    await bench.plan.change(id, bench.wish(70, { reason: 'A disk reports errors' }), bench.mei);
    await expect(bench.approve(waiting, bench.mei)).rejects.toEqual(refusedAs('approval.own'));
    await bench.approve(waiting, await bench.staff('Wei'));
    expect(await bench.find(id)).toMatchObject({ state: 'scheduled', version: 1, now: { reason: 'A disk reports errors' } });
  });

  it('is told of as changed to those it concerned and those it concerns, and earlier versions stay readable', async () => {
    const { id } = await bench.announced(100, { plans: ['standard'] });
    const changed = await approvedChange(id, bench.wish(120, { impacts: [{ component: 'jobs', impact: 'degraded' }] }));
    expect(changed).toMatchObject({ version: 2, now: { number: 2 }, versions: [{ number: 1, plans: ['standard'] }, { number: 2, plans: [] }] });
    expect((await bench.told(id)).map(({ kind, components, plans }) => ({ kind, components: [...components].sort(), plans }))).toEqual([
      { kind: 'scheduled', components: ['recognition'], plans: ['standard'] },
      { kind: 'changed', components: ['jobs', 'recognition'], plans: [] },
    ]);
    await bench.act.for(id, { act: 'cancel', words: 'Not needed any more' }, bench.lin);
    expect(await kinds(id)).toEqual(['scheduled', 'changed', 'cancelled']);
  });

  it('is told to be overrun within five minutes, and told as changed when it is given more time', async () => {
    const { id } = await bench.announced(73);
    await pass(73 * HOUR_MS);
    await pass(2 * HOUR_MS + 4 * MINUTE_MS);
    expect((await kinds(id)).at(-1)).toBe('overrun');
    await bench.act.for(id, { act: 'extend', ends_at: new Date(bench.clock.now().getTime() + HOUR_MS).toISOString() }, bench.lin);
    await pass(MINUTE_MS);
    await pass(HOUR_MS);
    expect((await kinds(id)).slice(-3)).toEqual(['overrun', 'changed', 'overrun']);
    await bench.act.for(id, { act: 'complete' }, bench.lin);
  });

  it('starts when it was told to and not before, even by hand', async () => {
    const { id } = await bench.announced(80, { begins_by_itself: false });
    await expect(bench.act.for(id, { act: 'start' }, bench.lin)).rejects.toEqual(refusedAs('maintenance.too_early'));
    await pass(80 * HOUR_MS);
    expect((await bench.find(id)).state).toBe('scheduled');
    expect((await bench.act.for(id, { act: 'start' }, bench.lin)).state).toBe('in_progress');
    await expect(bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin)).rejects.toEqual(refusedAs('maintenance.state_wrong'));
    await bench.act.for(id, { act: 'complete' }, bench.lin);
  });
});

describe('an emergency', () => {
  it('is told at once, starts at once, and is confirmed by a second person afterwards', async () => {
    const { id } = await bench.plan.draft(bench.wish(-0.05, { kind: 'emergency', reason: 'A flaw that is being used' }), bench.lin);
    const told = await bench.publish.for(id, undefined, bench.lin);
    expect(told).toMatchObject({ state: 'scheduled', publishedBy: bench.lin.id, approvedBy: null });
    await bench.watch.once();
    expect(await kinds(id)).toEqual(['scheduled', 'started']);
    await bench.approve(told, bench.mei);
    expect(await bench.find(id)).toMatchObject({ state: 'in_progress', approvedBy: bench.mei.id });
    await bench.act.for(id, { act: 'complete' }, bench.lin);
  });
});

describe('a tenant', () => {
  it('reads what was announced to its plan and nothing else, without the rollback plan or a name', async () => {
    const [free, standard] = [await bench.tenant('large'), await bench.tenant()];
    const draft = await bench.plan.draft(bench.wish(100), bench.lin);
    const { id } = await bench.announced(100, { plans: ['standard'] });
    const seen = await bench.announcedTo.list(standard, { standing: true, size: 10 });
    expect(seen[0]).toMatchObject({ id, state: 'scheduled', impacts: { recognition: 'unavailable', mail: 'none' } });
    expect(JSON.stringify(seen)).not.toMatch(/old disks|per_/);
    expect(seen.map((one) => one.id)).not.toContain(draft.id);
    expect((await bench.announcedTo.list(free, { standing: true, size: 10 })).map((one) => one.id)).not.toContain(id);
    expect(await bench.announcedTo.versions(free, id)).toEqual([]);
    await bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin);
    expect((await bench.announcedTo.list(standard, { standing: true, size: 10 })).map((one) => one.id)).not.toContain(id);
    expect(await bench.announcedTo.versions(standard, id)).toHaveLength(1);
  });

  it('is in the preview when it is meant, with what it is told and when', async () => {
    const { id } = await bench.plan.draft(bench.wish(30, { plans: ['large'] }), bench.lin);
    const preview = await bench.preview.of(id);
    expect(preview).toMatchObject({ needs: 'reason', in_time: false, lead_seconds: 30 * 3_600 });
    expect(preview.plans.map(({ plan }) => plan)).toEqual(['large']);
    expect(preview.tenants_total).toBe(preview.plans[0]!.tenants);
    const { at, totals, rows } = await bench.foresee.of(id, { message: 'hour_before', size: 100 });
    expect(at).toEqual(new Date(bench.clock.now().getTime() + 29 * HOUR_MS));
    expect([totals.tenants, rows.length]).toEqual([preview.tenants_total, preview.tenants_total]);
    expect((await bench.foresee.of(id, { message: 'day_before', size: 1 })).at).toEqual(new Date(bench.clock.now().getTime() + 6 * HOUR_MS));
    const webhooks = await bench.plan.draft(bench.wish(30, { impacts: [{ component: 'webhooks', impact: 'degraded' }] }), bench.lin);
    expect((await bench.preview.of(webhooks.id)).tenants_total).toBe(0);
    expect(preview.messages.map(({ message }) => message)).toEqual(['scheduled', 'day_before', 'hour_before', 'started', 'completed']);
    expect(preview.messages.at(-1)!.at).toBeNull();
  });
});

it('over random windows and a clock that two nodes look at unevenly: each message once, none missed, in order, to nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ lead: fc.integer({ min: 1, max: 100 * 60 }), minutes: fc.integer({ min: 10, max: 200 }), endsByItself: fc.boolean(), plans: fc.constantFrom([], ['large'], ['standard']), looks: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 6 }) }),
      async ({ lead, minutes, endsByItself, plans, looks }) => {
        const { id, now } = await bench.announced(lead / 60, { hours: minutes / 60, reason: 'r', ends_by_itself: endsByItself, plans: [...plans] });
        const [start, end] = [now.startsAt.getTime(), now.endsAt.getTime()];
        // Near each instant the clock goes on by a few minutes at a time; between them nothing can happen.
        for (const instant of [start - DAY_HOURS * HOUR_MS, start - HOUR_MS, start, end]) {
          const ahead = instant - bench.clock.now().getTime() - 5 * MINUTE_MS;
          if (ahead > 0) await pass(ahead);
          for (const look of looks) {
            bench.clock.advance(look * MINUTE_MS);
            await Promise.all([bench.watch.once(), bench.watch.once()]);
          }
        }
        await pass(HOUR_MS);
        const told = await bench.told(id);
        const expected = ['scheduled', ...(lead >= DAY_HOURS * 60 ? ['day_before'] : []), ...(lead >= 60 ? ['hour_before'] : []), 'started', endsByItself ? 'completed' : 'overrun'];
        expect(told.map(({ kind }) => kind)).toEqual(expected);
        for (const { components, plans: to } of told) expect([components, to]).toEqual([['recognition'], plans]);
        if (!endsByItself) await bench.act.for(id, { act: 'complete' }, bench.lin);
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);
