import { expect, it } from 'vitest';
import { pageOf } from './page.js';

const rows = ['c', 'b', 'a'].map((id) => ({ id }));

it('a page points behind its last item while more remain', () => {
  expect(pageOf(rows, 2)).toEqual({ items: [{ id: 'c' }, { id: 'b' }], nextCursor: 'b' });
});

it('the last page points nowhere', () => {
  expect(pageOf(rows, 3).nextCursor).toBeNull();
  expect(pageOf([], 3)).toEqual({ items: [], nextCursor: null });
});
