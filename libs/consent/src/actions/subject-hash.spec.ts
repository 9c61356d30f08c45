import { expect, it } from 'vitest';
import { subjectHash } from './subject-hash.js';

it('is the same for one reference of one tenant, and another for every other tenant, reference and key', () => {
  const hash = subjectHash('pepper', 'ten_1', 'customer 7');
  expect(hash).toHaveLength(32);
  expect(subjectHash('pepper', 'ten_1', 'customer 7')).toEqual(hash);
  for (const other of [subjectHash('pepper', 'ten_2', 'customer 7'), subjectHash('pepper', 'ten_1', 'customer 8'), subjectHash('salt', 'ten_1', 'customer 7')]) expect(other).not.toEqual(hash);
});
