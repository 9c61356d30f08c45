import { SUNSET_DAYS, type ChangelogDraft } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChangelogBench } from '../testing/changelog-bench.js';

const DAY_MS = 86_400_000;
const CALL = 'GET /v1/usage';
let bench: Awaited<ReturnType<typeof openChangelogBench>>;
beforeAll(async () => {
  bench = await openChangelogBench();
});
afterAll(() => bench.close());

const inDays = (days: number): string => new Date(bench.clock.now().getTime() + days * DAY_MS).toISOString();
const words = { title: { zh: '标题', en: 'Title' }, words: { zh: '说明', en: 'Words' } };
const deprecation = (): ChangelogDraft => ({ ...words, kind: 'deprecated', compatible: false, calls: [CALL], effective_at: inDays(0), sunset_at: inDays(SUNSET_DAYS), successor: null });
const refusedAs = (code: string) => expect.objectContaining({ code });
const published = async (draft: ChangelogDraft) => bench.keep.publish((await bench.keep.draft(draft, bench.by)).id as Id<'chl'>, bench.by);
const told = async (id: string) => (await bench.owner.query<{ kind: string }>('SELECT kind FROM notice WHERE subject = $1 ORDER BY id', [id])).rows.map(({ kind }) => kind);

describe('an entry', () => {
  it('is written anew while it is a draft, and never afterwards', async () => {
    const { id } = await bench.keep.draft({ ...words, kind: 'added', compatible: true, calls: [CALL], effective_at: inDays(0), sunset_at: null, successor: null }, bench.by);
    await bench.keep.edit(id as Id<'chl'>, { ...deprecation(), kind: 'fixed', compatible: true, sunset_at: null }, bench.by);
    expect(await bench.keep.publish(id as Id<'chl'>, bench.by)).toMatchObject({ kind: 'fixed', publishedAt: bench.clock.now(), told: [] });
    await expect(bench.keep.edit(id as Id<'chl'>, deprecation(), bench.by)).rejects.toEqual(refusedAs('changelog.published'));
    await expect(bench.keep.publish(id as Id<'chl'>, bench.by)).rejects.toEqual(refusedAs('changelog.published'));
    await expect(bench.owner.query(`UPDATE changelog_entry SET title_en = 'Other' WHERE id = $1`, [id])).rejects.toThrow(/is published/);
  });

  it('that the store is asked to publish too soon is refused by the store as well', async () => {
    const { id } = await bench.keep.draft({ ...deprecation(), sunset_at: inDays(SUNSET_DAYS - 1) }, bench.by);
    await expect(bench.keep.publish(id as Id<'chl'>, bench.by)).rejects.toEqual(refusedAs('changelog.unfit'));
    await expect(bench.owner.query('UPDATE changelog_entry SET published_at = $2 WHERE id = $1', [id, bench.clock.now()])).rejects.toThrow(/incompatible_is_said_beforehand/);
  });
});

describe('whoever is touched is told', () => {
  it('of the end of a call: those whose keys made it within ninety days, once, and again when it is taken back', async () => {
    const [caller, other, late] = [await bench.tenant(), await bench.tenant(), await bench.tenant()];
    bench.count.add(late.tenantId, late.keyId, CALL);
    await bench.count.write();
    bench.clock.advance(91 * DAY_MS);
    for (let i = 0; i < 3; i++) bench.count.add(caller.tenantId, caller.keyId, CALL);
    bench.count.add(other.tenantId, other.keyId, 'GET /v1/limits');
    await bench.count.write();
    const { id, told: whom } = await published(deprecation());
    expect(whom).toEqual([caller.tenantId]);
    expect(await told(id)).toEqual(['api.deprecated']);
    bench.clock.advance(1);
    await bench.keep.withdraw(id as Id<'chl'>, { zh: '不再需要', en: 'Not needed' }, bench.by);
    expect(await told(id)).toEqual(['api.deprecated', 'api.withdrawn']);
    await expect(bench.keep.withdraw(id as Id<'chl'>, { zh: '再', en: 'Again' }, bench.by)).rejects.toEqual(refusedAs('changelog.not_published'));
  });

  it('of anything else that is incompatible: everybody; of what breaks nothing: nobody', async () => {
    const all = (await bench.owner.query('SELECT 1 FROM tenant')).rowCount;
    const change = { ...deprecation(), kind: 'changed' as const, calls: [], effective_at: inDays(SUNSET_DAYS), sunset_at: null };
    expect((await published(change)).told).toHaveLength(all!);
    expect((await published({ ...change, compatible: true })).told).toEqual([]);
  });
});

describe('what keys call', () => {
  it('is added up by day, and a store that is away for a moment loses nothing', async () => {
    const { tenantId, keyId } = await bench.tenant();
    await bench.owner.query('REVOKE INSERT ON endpoint_use FROM inkproof_app');
    bench.count.add(tenantId, keyId, CALL, 2);
    await bench.count.write();
    await bench.owner.query('GRANT INSERT ON endpoint_use TO inkproof_app');
    bench.count.add(tenantId, keyId, CALL);
    await bench.count.write();
    bench.count.add(tenantId, keyId, CALL, 4);
    await bench.count.write();
    const since = new Date(bench.clock.now().getTime() - DAY_MS);
    expect(await bench.database.asTenant(tenantId, (tx) => bench.uses.ofKeys(tx, tenantId, [CALL], since))).toMatchObject([{ call: CALL, keyId, label: 'nightly', calls: 7 }]);
    expect((await bench.database.asProvider((tx) => bench.uses.ofTenants(tx, [CALL], since))).find(({ id }) => id === tenantId)).toMatchObject({ calls: 7 });
  });
});
