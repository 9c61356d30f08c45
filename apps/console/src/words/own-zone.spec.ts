import { expect, it } from 'vitest';
import { inZone } from './own-zone';

const [start, end] = ['2026-12-01T18:00:00.000Z', '2026-12-01T20:00:00.000Z'];

it('says a moment and a span on the reader’s clock, with the name of its zone', () => {
  expect(inZone(start, undefined, 'UTC', 'en')).toBe('2026-12-01 18:00 UTC');
  expect(inZone(start, end, 'Europe/Berlin', 'en')).toBe('2026-12-01 19:00 – 21:00 GMT+1');
  expect(inZone(start, end, 'America/New_York', 'en')).toBe('2026-12-01 13:00 – 15:00 EST');
  expect(inZone('2026-12-01T22:30:00.000Z', '2026-12-02T00:30:00.000Z', 'UTC', 'en')).toBe('2026-12-01 22:30 – 2026-12-02 00:30 UTC');
});

it('says nothing where it would say the same', () => {
  for (const zone of ['Asia/Shanghai', 'Asia/Singapore']) expect(inZone(start, end, zone, 'zh-CN')).toBeNull();
});
