import { FormRequest } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInspectionBench, type InspectionBench } from '../testing/inspection-bench.js';
import { openRequestBench, type RequestBench } from '../testing/request-bench.js';

const DAY_MS = 86_400_000;
const visitor = { kind: 'visitor', id: 'visitor', requestId: 'req_1' } as const;
const WORDS = 'Canary-2M8K please forget me';

describe('of requests of people', () => {
  const EVENTS = ['subject_request.received', 'subject_request.due_soon', 'subject_request.overdue', 'subject_request.finished'];
  let bench: RequestBench;
  let places = 0;
  const from = () => `192.0.2.${++places}`;
  beforeAll(async () => {
    bench = await openRequestBench();
  });
  afterAll(() => bench.close());

  const arrived = async () => {
    const tenant = await bench.tenant();
    await bench.webhook(tenant.tenantId, EVENTS);
    const { slug } = await bench.desks.of(tenant.tenantId);
    const id = await bench.ask.with(slug, FormRequest.parse({ kind: 'explain', words: WORDS, email: `asks${places}@person.example`, language: 'en' }), from(), visitor);
    return { ...tenant, id, link: bench.links.issue(tenant.tenantId, id) };
  };
  const heard = async (tenantId: string) => (await bench.told(tenantId)).map(({ event }) => event);

  it('programs hear of one once its address was confirmed, when its time is nearly and when it is over, and when it has ended', async () => {
    const { tenantId, id, link, by } = await arrived();
    expect(await heard(tenantId)).toEqual([]);
    await bench.follow.confirm(link, from(), visitor);
    await bench.follow.confirm(link, from(), visitor);
    const seen = [await heard(tenantId)];
    for (const days of [16, 9, 10]) {
      bench.clock.advance(days * DAY_MS);
      await Promise.all([bench.watch.once(), bench.watch.once()]);
      seen.push(await heard(tenantId));
    }
    // What happens within one millisecond has no order.
    bench.clock.advance(1);
    await bench.answer.with(tenantId, id, { outcome: 'refused', reason: 'It concerns somebody else' }, by);
    seen.push(await heard(tenantId));
    expect(seen).toEqual([1, 1, 2, 3, 4].map((count) => EVENTS.slice(0, count)));
    const told = await bench.told(tenantId);
    expect(told.map(({ subject }) => subject)).toEqual(EVENTS.map(() => id));
    expect(told.at(-1)!.data).toEqual({ request_id: id, kind: 'explain', state: 'refused', due_at: expect.any(String) as string });
    expect(JSON.stringify(told)).not.toContain('Canary');
  });

  it('programs hear of one that was passed on at once and not again, and that nobody confirmed it', async () => {
    const { tenantId } = await bench.tenant();
    await bench.webhook(tenantId, EVENTS);
    const { by: staff } = await bench.staff('support');
    const { id } = await bench.forward.with({ tenant: tenantId as `ten_${string}`, kind: 'access', relation: 'self', words: WORDS, email: 'passed@person.example', language: 'en' }, staff);
    expect(await heard(tenantId)).toEqual(['subject_request.received']);
    await bench.follow.confirm(bench.links.issue(tenantId, id as Id<'dsr'>), from(), visitor);
    expect(await heard(tenantId)).toEqual(['subject_request.received']);
    bench.clock.advance(1);
    await bench.follow.withdraw(bench.links.issue(tenantId, id as Id<'dsr'>), from(), visitor);
    expect(await heard(tenantId)).toEqual(['subject_request.received', 'subject_request.finished']);
  });

  it('programs hear nothing of what nobody confirmed, nor of other tenants’', async () => {
    const [one, other] = [await arrived(), await arrived()];
    await bench.follow.confirm(other.link, from(), visitor);
    await bench.follow.withdraw(one.link, from(), visitor);
    expect(await heard(one.tenantId)).toEqual([]);
  });
});

describe('of inspections', () => {
  const EVENTS = ['inspection.announced', 'inspection.drawn', 'inspection.due_soon', 'inspection.overdue', 'inspection.closed'];
  let bench: InspectionBench;
  beforeAll(async () => {
    bench = await openInspectionBench();
  });
  afterAll(() => bench.close());

  it('programs hear of the announcement, the draw, each reminder, the end of the time and the verdict', async () => {
    const { tenantId } = await bench.tenant();
    const { by: staff } = await bench.staff();
    await bench.webhook(tenantId, EVENTS);
    const { versionId } = await bench.filing(tenantId);
    await bench.authorisation(tenantId, versionId);
    const { id } = await bench.announce.for({ tenant: tenantId as `ten_${string}`, size: 1, answer_days: 10, reason: 'Yearly look' }, staff);
    bench.clock.advance(1);
    const { items } = await bench.draw.of(id as Id<'isp'>, staff);
    for (let day = 0; day < 13; day++) {
      bench.clock.advance(DAY_MS);
      await Promise.all([bench.watch.once(), bench.watch.once()]);
    }
    bench.clock.advance(1);
    await bench.judge.item(id as Id<'isp'>, items[0]!.id as Id<'isi'>, { verdict: 'not_shown', reason: 'Nothing came' }, staff);
    await bench.judge.whole(id as Id<'isp'>, { verdict: 'not_shown', reason: 'Nothing came' }, staff);
    const told = await bench.told(tenantId);
    expect(told.map(({ event }) => event)).toEqual(['inspection.announced', 'inspection.drawn', 'inspection.due_soon', 'inspection.due_soon', 'inspection.due_soon', 'inspection.overdue', 'inspection.closed']);
    expect(told.at(-1)!.data).toEqual({ inspection_id: id, due_at: expect.any(String) as string });
  });
});
