import { randomBytes } from 'node:crypto';
import type { InspectionRequest } from '@inkproof/contract';
import { DAY_MS, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInspectionBench, type InspectionBench } from '../testing/inspection-bench.js';
import { drawSample, populationDigest, sha256 } from './sample.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const refusedAs = (code: string) => expect.objectContaining({ code });

let bench: InspectionBench;
beforeAll(async () => {
  bench = await openInspectionBench();
});
afterAll(() => bench.close());

/** A tenant with authorisations, each committed to by the salt and the original that are here. */
const inspected = async (count = 5) => {
  const tenant = await bench.tenant();
  const staff = await bench.staff();
  const { filingId, versionId } = await bench.filing(tenant.tenantId);
  const revealed = new Map<string, { salt: Buffer; original: Buffer }>();
  for (let at = 0; at < count; at++) {
    const [salt, original] = [randomBytes(32), Buffer.from(`I agree, ${at}`)];
    revealed.set(await bench.authorisation(tenant.tenantId, versionId, { commitment: sha256(salt, original) }), { salt, original });
  }
  bench.clock.advance(1);
  return { ...tenant, staff: staff.by, officer: staff.email, filingId, revealed };
};
type Inspected = Awaited<ReturnType<typeof inspected>>;

const announced = (one: Inspected, asked: Partial<InspectionRequest> = {}) => bench.announce.for({ tenant: one.tenantId as `ten_${string}`, size: 2, answer_days: 10, reason: 'Yearly look', ...asked }, one.staff);
const drawn = async (one: Inspected, asked: Partial<InspectionRequest> = {}) => {
  const { id } = await announced(one, asked);
  // What happens within one millisecond has no order.
  bench.clock.advance(1);
  return bench.draw.of(id as Id<'isp'>, one.staff);
};
type Drawn = Awaited<ReturnType<typeof drawn>>;

const of = (one: Inspected, inspection: Drawn, at = 0) => ({ tenantId: one.tenantId, id: inspection.id as Id<'isp'>, item: inspection.items[at]!.id as Id<'isi'> });
const show = async (one: Inspected, inspection: Drawn, at = 0, { salt, original } = one.revealed.get(inspection.items[at]!.authorisationId)!) => {
  const which = of(one, inspection, at);
  await bench.answer.with(which, { salt: hex(salt) }, one.by);
  await bench.files.add(which, { kind: 'original', name: 'consent.txt', media_type: 'text/plain', base64: original.toString('base64') }, one.by);
  return bench.files.add(which, { kind: 'page_screenshot', name: 'page.png', media_type: 'image/png', base64: 'AAAA' }, one.by);
};

describe('a draw', () => {
  it('is announced by the digest of a seed that nobody sees, in the logs of both', async () => {
    const one = await inspected();
    const inspection = await announced(one);
    expect(inspection).toMatchObject({ state: 'announced', seed: null, items: [] });
    for (const chain of [one.tenantId, 'provider']) expect((await bench.entries(chain)).at(-1)).toMatchObject({ action: 'inspection.announced', details: { seed_sha256: hex(inspection.seedSha256) } });
  });

  it('is drawn again by anybody who has the seed and the ids', async () => {
    const one = await inspected(60);
    const inspection = await drawn(one, { size: 7 });
    const ids = [...one.revealed.keys()];
    expect(hex(sha256(inspection.seed!))).toBe(hex(inspection.seedSha256));
    expect(inspection.population).toBe(60);
    expect(hex(inspection.populationSha256!)).toBe(populationDigest(ids));
    expect(inspection.items.map(({ authorisationId }) => authorisationId)).toEqual(drawSample(inspection.seed!, ids, 7));
    expect((await bench.entries(one.tenantId)).at(-1)).toMatchObject({ action: 'inspection.drawn', details: { seed: hex(inspection.seed!), population: 60, sample: 7 } });
  });

  it('takes what was posted until it was announced, of its filing and span, of its tenant, and all when there are fewer', async () => {
    const one = await inspected(3);
    await inspected(3);
    const { versionId } = await bench.filing(one.tenantId);
    const old = await bench.authorisation(one.tenantId, versionId, { givenAt: new Date(bench.clock.now().getTime() - 90 * DAY_MS) });
    const inspection = await announced(one, { size: 100, filing: one.filingId as `flg_${string}` });
    const wide = await announced(one, { size: 100 });
    const span = await announced(one, { size: 100, to: new Date(bench.clock.now().getTime() - 30 * DAY_MS).toISOString() });
    bench.clock.advance(1);
    await bench.authorisation(one.tenantId, versionId);
    const take = async ({ id }: { id: string }) => (await bench.draw.of(id as Id<'isp'>, one.staff)).items.map(({ authorisationId }) => authorisationId).sort();
    expect(await take(inspection)).toEqual([...one.revealed.keys()].sort());
    expect(await take(wide)).toEqual([...one.revealed.keys(), old].sort());
    expect(await take(span)).toEqual([old]);
  });

  it('happens once, also when two people ask at once, and never from nothing', async () => {
    const one = await inspected(2);
    const { id } = await announced(one);
    const outcomes = await Promise.allSettled([bench.draw.of(id as Id<'isp'>, one.staff), bench.draw.of(id as Id<'isp'>, one.staff)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(bench.draw.of(id as Id<'isp'>, one.staff)).rejects.toEqual(refusedAs('inspection.drawn'));
    const empty = await inspected(0);
    await expect(drawn(empty)).rejects.toEqual(refusedAs('inspection.nothing_to_draw'));
  });

  it('is the store’s: items cannot be added, a seed that was not announced opens nothing, and what was drawn stands', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    await expect(bench.database.asProvider((tx) => tx.$executeRaw`INSERT INTO inspection_item SELECT * FROM inspection_item LIMIT 1`)).rejects.toThrow('permission denied');
    const other = await announced(one);
    await expect(bench.database.changeAsProvider((run) => bench.store.draw(run, other.id, randomBytes(32), ['isi_1', 'isi_2']))).rejects.toThrow('nothing is drawn');
    await expect(bench.owner.query('UPDATE inspection SET population = 1 WHERE id = $1', [inspection.id])).rejects.toThrow('stands');
  });
});

describe('an item', () => {
  it('is answered by and by, and names what it lacks until it is whole', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    const after = await show(one, inspection);
    expect(after.item).toMatchObject({ answeredBy: one.by.id });
    expect(Buffer.from(after.item.computed!).equals(Buffer.from(after.item.commitment!))).toBe(true);
    expect(after.inspection.state).toBe('drawn');
    expect((await show(one, inspection, 1)).inspection.state).toBe('answered');
    const screenshot = after.item.files.find(({ kind }) => kind === 'page_screenshot')!;
    const back = await bench.files.remove(of(one, inspection), screenshot.id as Id<'isf'>, one.by);
    expect([back.item.answeredAt, back.inspection.state]).toEqual([null, 'drawn']);
    expect(await bench.objects.get(one.tenantId, screenshot.objectId)).toBeUndefined();
  });

  it('whose original is not what was committed to is flagged, whichever comes first', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    const { salt } = one.revealed.get(inspection.items[0]!.authorisationId)!;
    const { item } = await show(one, inspection, 0, { salt, original: Buffer.from('Another text') });
    expect(Buffer.from(item.computed!).equals(Buffer.from(item.commitment!))).toBe(false);
    const which = of(one, inspection, 1);
    const right = one.revealed.get(inspection.items[1]!.authorisationId)!;
    await bench.files.add(which, { kind: 'original', name: 'x', media_type: 'text/plain', base64: right.original.toString('base64') }, one.by);
    expect((await bench.answer.with(which, { salt: hex(right.salt) }, one.by)).item.computed).toEqual(inspection.items[1]!.commitment);
    expect((await bench.entries('provider')).at(-1)).toMatchObject({ action: 'inspection.item_answered', details: { matches: true } });
  });

  it('takes one original, files with bytes, and is its own tenant’s', async () => {
    const [one, stranger] = [await inspected(), await bench.tenant()];
    const inspection = await drawn(one);
    await show(one, inspection);
    await expect(bench.files.add(of(one, inspection), { kind: 'original', name: 'x', media_type: 'text/plain', base64: 'AAAA' }, one.by)).rejects.toEqual(refusedAs('inspection.too_many_files'));
    await expect(bench.files.add(of(one, inspection), { kind: 'other', name: 'x', media_type: 'text/plain', base64: '' }, one.by)).rejects.toEqual(refusedAs('inspection.file_empty'));
    await expect(bench.answer.with({ ...of(one, inspection), tenantId: stranger.tenantId }, { words: 'x' }, stranger.by)).rejects.toEqual(refusedAs('inspection.not_found'));
    await expect(bench.read.one(inspection.id as Id<'isp'>, stranger.tenantId)).rejects.toEqual(refusedAs('inspection.not_found'));
  });

  it('is opened by staff only if it was drawn, and each look is seen by both', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    const { item } = await show(one, inspection);
    const which = { id: inspection.id as Id<'isp'>, item: item.id as Id<'isi'> };
    bench.clock.advance(1);
    await bench.open.look(which, one.staff);
    bench.clock.advance(1);
    const file = await bench.open.file(which, item.files.find(({ kind }) => kind === 'original')!.id as Id<'isf'>, one.staff);
    expect(Buffer.from(file.base64, 'base64').toString()).toMatch(/^I agree/);
    const seen = await bench.read.one(which.id, one.tenantId);
    expect(seen.events.filter(({ itemId }) => itemId === item.id).map(({ kind, by }) => [kind, by])).toEqual([['item_answered', one.by.id], ['item_opened', one.staff.id], ['file_opened', one.staff.id]]);
    const [ours, theirs] = [await bench.read.names(seen), await bench.read.names(seen, one.tenantId)];
    expect([one.by.id, one.staff.id].map((id) => [ours.has(id), theirs.has(id)])).toEqual([[true, true], [true, false]]);
    expect((await bench.entries(one.tenantId)).filter(({ action }) => action === 'inspection.item_opened')).toHaveLength(2);
    await expect(bench.open.look({ ...which, item: 'isi_none' }, one.staff)).rejects.toEqual(refusedAs('inspection.not_found'));
    await expect(bench.open.file(which, 'isf_none', one.staff)).rejects.toEqual(refusedAs('inspection.not_found'));
    expect(await bench.database.asProvider((tx) => tx.authorisation.count())).toBe(0);
  });
});

describe('a verdict', () => {
  it('waits for the answer or the end of the time, for each item, and then for all', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    const [first, second] = inspection.items.map(({ id }) => id as Id<'isi'>) as [Id<'isi'>, Id<'isi'>];
    const id = inspection.id as Id<'isp'>;
    await show(one, inspection);
    await bench.judge.item(id, first, { verdict: 'nothing_found' }, one.staff);
    await expect(bench.answer.with(of(one, inspection), { words: 'late' }, one.by)).rejects.toEqual(refusedAs('inspection.item_judged'));
    await expect(bench.owner.query('DELETE FROM inspection_file WHERE item_id = $1', [first])).rejects.toThrow('was judged');
    await expect(bench.judge.item(id, second, { verdict: 'not_shown', reason: 'Nothing came' }, one.staff)).rejects.toEqual(refusedAs('inspection.unanswered'));
    await expect(bench.judge.whole(id, { verdict: 'questions', reason: 'x' }, one.staff)).rejects.toEqual(refusedAs('inspection.unjudged'));
    bench.clock.advance(11 * DAY_MS);
    await bench.judge.item(id, second, { verdict: 'not_shown', reason: 'Nothing came' }, one.staff);
    const closed = await bench.judge.whole(id, { verdict: 'questions', reason: 'One was not shown' }, one.staff);
    expect(closed).toMatchObject({ state: 'closed', verdict: 'questions' });
    await expect(bench.answer.with(of(one, inspection, 1), { words: 'x' }, one.by)).rejects.toEqual(refusedAs('inspection.closed'));
    expect((await bench.mailsTo(one.email)).at(-1)!.text).toContain('贵方');
  });
});

describe('the clock', () => {
  it('reminds at seven, three and one day, and brings what is late before compliance staff, once', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    for (let day = 0; day < 13; day++) {
      bench.clock.advance(DAY_MS);
      await Promise.all([bench.watch.once(), bench.watch.once()]);
    }
    const seen = await bench.read.one(inspection.id as Id<'isp'>);
    expect(seen.events.map(({ kind }) => kind)).toEqual(['announced', 'drawn', 'reminded', 'reminded', 'reminded', 'overdue']);
    expect(seen.escalatedAt).not.toBeNull();
    expect((await bench.mailsTo(one.email)).map(({ template }) => template)).toEqual(['inspection_drawn', 'inspection_reminder', 'inspection_reminder', 'inspection_reminder']);
    expect((await bench.mailsTo(one.officer)).filter(({ text }) => text.includes(inspection.id))).toHaveLength(1);
    expect((await bench.read.list({ state: 'late', size: 50 }, 'provider')).map(({ id }) => id)).toContain(inspection.id);
  });

  it('finds late what was answered in time and is taken back afterwards', async () => {
    const one = await inspected();
    const inspection = await drawn(one);
    const { item } = await show(one, inspection);
    await show(one, inspection, 1);
    bench.clock.advance(13 * DAY_MS);
    while (await bench.watch.once());
    expect((await bench.read.one(inspection.id as Id<'isp'>)).escalatedAt).toBeNull();
    await bench.files.remove(of(one, inspection), item.files.find(({ kind }) => kind === 'page_screenshot')!.id as Id<'isf'>, one.by);
    await bench.watch.once();
    const seen = await bench.read.one(inspection.id as Id<'isp'>);
    expect(seen.escalatedAt).not.toBeNull();
    expect(seen.events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1);
    // Answered and taken back once more, it is as late as it was.
    await bench.answer.with(of(one, inspection), { unable: 'Lost' }, one.by);
    await bench.answer.with(of(one, inspection), { unable: null }, one.by);
    await bench.watch.once();
    expect((await bench.read.one(inspection.id as Id<'isp'>)).events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1);
  });
});

it('what was drawn is evidence until the inspection is closed', async () => {
  const one = await inspected(3);
  const inspection = await drawn(one, { size: 1 });
  const [taken, left] = [inspection.items[0]!.authorisationId, [...one.revealed.keys()].find((id) => id !== inspection.items[0]!.authorisationId)!];
  const held = () => bench.database.changeAsTenant(one.tenantId, (run) => bench.holds.over(run, one.tenantId, [taken, left].map((id) => ({ id, subjects: [], relatives: [] }))));
  expect(await held()).toEqual(new Map([[taken, [inspection.id]]]));
  await bench.answer.with(of(one, inspection), { unable: 'Lost' }, one.by);
  await bench.judge.item(inspection.id as Id<'isp'>, inspection.items[0]!.id as Id<'isi'>, { verdict: 'not_shown', reason: 'Lost' }, one.staff);
  await bench.judge.whole(inspection.id as Id<'isp'>, { verdict: 'not_shown', reason: 'Lost' }, one.staff);
  expect(await held()).toEqual(new Map());
});
