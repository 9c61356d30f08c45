import { components } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { maintenanceField, maintenanceLinks, noticed, shutting, waitMs, type DoorWindow } from './door.js';
import type { Impacts } from './touch.js';

const HOUR_MS = 3_600_000;
const start = new Date('2026-11-30T10:00:00.000Z');
const at = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS);
const impacts = { ...(Object.fromEntries(components.map((name) => [name, 'none'])) as Impacts), recognition: 'unavailable', jobs: 'degraded' } as const;
const window: DoorWindow = { id: 'mnt_1', state: 'scheduled', startsAt: start, endsAt: at(2), plans: [], impacts, restored: [] };
const running: DoorWindow = { ...window, state: 'in_progress' };

it('shuts what is away while it runs, and nothing that is only slower', () => {
  expect([shutting([window], 'recognition'), shutting([running], 'recognition'), shutting([running], 'jobs'), shutting([running], 'mail')].map(({ length }) => length)).toEqual([0, 1, 0, 0]);
});

it('has callers wait for the latest end, and look again in five minutes once that has passed', () => {
  expect(waitMs([running, { ...running, endsAt: at(3) }], at(1))).toBe(2 * HOUR_MS);
  expect(waitMs([running], at(2.5))).toBe(300_000);
});

it('tells with every answer of what it touches, from a day before', () => {
  expect([noticed([window], 'recognition', at(-24.01)), noticed([window], 'recognition', at(-24)), noticed([window], 'jobs', at(-1)), noticed([window], 'mail', at(-1)), noticed([running], 'jobs', at(5))].map(({ length }) => length)).toEqual([0, 1, 1, 0, 1]);
});

it('writes notices as a structured field, and as links', () => {
  const two: DoorWindow[] = [window, { ...window, id: 'mnt_2' }];
  expect(maintenanceField(two, 'jobs')).toBe('"mnt_1";start=@1796032800;end=@1796040000;impact=degraded, "mnt_2";start=@1796032800;end=@1796040000;impact=degraded');
  expect(maintenanceLinks([window], 'https://ocr.example')).toBe('<https://ocr.example/v1/maintenance-notices/mnt_1>; rel="maintenance"');
});
