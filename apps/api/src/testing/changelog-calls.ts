import { api } from '@inkproof/contract';
import type { Calls } from './call.js';
import { made, send } from './sending.js';
import type { World } from './world.js';

const inBoth = (words: string) => ({ zh: words, en: words });

/** A draft that may be published at once. */
export const aChange = { kind: 'added', compatible: true, title: inBoth('x'), words: inBoth('x'), effective_at: '2026-12-01T00:00:00.000Z' } as const;

const draft = (world: World) => send(world, api.adminChangelog.draft, world.staff.operator, { body: aChange });
const published = async (world: World): Promise<string> => {
  const id = await made(draft(world));
  await send(world, api.adminChangelog.publish, world.staff.operator, { params: { id } });
  return id;
};

/** What is written into the changelog. */
export const changelogCalls: Calls = {
  'adminChangelog.draft changelog.drafted': async (world) => () => draft(world),
  'adminChangelog.edit changelog.drafted': async (world) => {
    const id = await made(draft(world));
    return () => send(world, api.adminChangelog.edit, world.staff.operator, { params: { id }, body: { ...aChange, kind: 'fixed' } });
  },
  'adminChangelog.publish changelog.published': async (world) => {
    const id = await made(draft(world));
    return () => send(world, api.adminChangelog.publish, world.staff.operator, { params: { id } });
  },
  'adminChangelog.withdraw changelog.withdrawn': async (world) => {
    const id = await published(world);
    return () => send(world, api.adminChangelog.withdraw, world.staff.operator, { params: { id }, body: { because: inBoth('x') } });
  },
};
