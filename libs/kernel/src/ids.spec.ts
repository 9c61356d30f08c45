import { describe, expect, it } from 'vitest';
import { CountingIds, SortableIds, sortableId } from './ids.js';

const random = (byte: number) => new Uint8Array(16).fill(byte);

describe('a sortable id', () => {
  it('says what it identifies and is 26 characters long', () => {
    expect(new SortableIds().next('key')).toMatch(/^key_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('sorts by age as plain text, up to the year 10889', () => {
    const times = [0, 1, 31, 32, 1_000, Date.UTC(2026, 10, 22), Date.UTC(2100, 0, 1), 2 ** 48 - 1];
    const ids = times.map((at) => sortableId(at, random(31)));
    expect([...ids].sort()).toEqual(ids);
  });

  it('does not repeat within one millisecond', () => {
    const ids = new SortableIds();
    expect(new Set(Array.from({ length: 10_000 }, () => ids.next('rec'))).size).toBe(10_000);
  });
});

it('an id that is not to be guessed looks like any other and tells nothing of its age', () => {
  const ids = Array.from({ length: 1_000 }, () => new SortableIds().unguessable('tkf'));
  for (const id of ids) expect(id).toMatch(/^tkf_[0-9a-hjkmnp-tv-z]{26}$/);
  expect(new Set(ids.map((id) => id.slice(4, 10))).size).toBeGreaterThan(990);
});

it('counting ids count each prefix by itself', () => {
  const ids = new CountingIds();
  expect([ids.next('key'), ids.next('ten'), ids.next('key')]).toEqual(['key_1', 'ten_1', 'key_2']);
});
