import { components } from '@inkproof/contract';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WindowStore, type StoredVersion } from './window-store.js';

let spec: SpecDatabase;
let database: Database;
const store = new WindowStore();
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 30, hour));
beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const impacts = Object.fromEntries(components.map((name) => [name, name === 'recognition' ? 'unavailable' : 'none'])) as StoredVersion['impacts'];
const version: StoredVersion = { number: 1, kind: 'planned', titleZh: '换盘', titleEn: 'Disks', textZh: '换', textEn: 'New disks', startsAt: at(10), endsAt: at(12), plans: [], reason: null, rollbackPlan: 'Put the old ones back', beginsByItself: true, endsByItself: false, writtenBy: 'per_lin', writtenAt: at(0), impacts };
const drafted = (id: string, kind: StoredVersion['kind'] = 'planned'): Promise<void> =>
  database.asProvider(async (tx) => {
    await store.add(tx, { id, state: 'draft', draftedBy: 'per_lin', draftedAt: at(0), version: 1, restored: [] });
    await store.addVersion(tx, id, { ...version, kind, reason: kind === 'emergency' ? 'A disk fails' : null });
  });
const changed = (id: string, data: object): Promise<void> => database.asProvider((tx) => store.change(tx, id, data));

it('has the components that the contract names, in its order', async () => {
  expect((await database.asProvider((tx) => store.components(tx))).map(({ id }) => id)).toEqual(components);
});

it('reads a window with the version in force, and rewrites a draft in place', async () => {
  await drafted('mnt_read');
  await database.asProvider((tx) => store.rewrite(tx, 'mnt_read', { ...version, titleEn: 'All disks', impacts: { ...impacts, jobs: 'degraded' } }));
  const window = await database.asProvider((tx) => store.find(tx, 'mnt_read'));
  expect(window).toMatchObject({ state: 'draft', now: { titleEn: 'All disks', impacts: { recognition: 'unavailable', jobs: 'degraded', mail: 'none' } } });
  expect(window!.versions).toHaveLength(1);
});

describe('the store holds by itself', () => {
  it('that planned work is published by two people', async () => {
    await drafted('mnt_two');
    await expect(changed('mnt_two', { state: 'scheduled', publishedAt: at(0), publishedBy: 'per_lin' })).rejects.toThrow('approved by nobody');
    await expect(changed('mnt_two', { state: 'scheduled', publishedAt: at(0), publishedBy: 'per_lin', approvedBy: 'per_mei' })).rejects.toThrow('approved by nobody');
    await drafted('mnt_own', 'emergency');
    await expect(changed('mnt_own', { state: 'scheduled', publishedAt: at(0), publishedBy: 'per_lin', approvedBy: 'per_lin' })).rejects.toThrow('approved_by_another');
  });

  it('that a window goes only where it may, and keeps what was published', async () => {
    await drafted('mnt_law', 'emergency');
    await expect(changed('mnt_law', { state: 'completed', endedAt: at(1) })).rejects.toThrow('does not go from draft to completed');
    await changed('mnt_law', { state: 'scheduled', publishedAt: at(0), publishedBy: 'per_lin', approvedBy: 'per_mei' });
    await expect(database.asProvider((tx) => store.rewrite(tx, 'mnt_law', { ...version, titleEn: 'Other' }))).rejects.toThrow('was published');
    await changed('mnt_law', { state: 'cancelled', endedAt: at(1) });
    await expect(changed('mnt_law', { state: 'scheduled', endedAt: null })).rejects.toThrow('does not go from cancelled');
  });
});
