import { expect, it } from 'vitest';
import { subjectHashOf } from './subject-hash.js';

it('is the same for one reference of one tenant, and another for every other tenant, reference and key', () => {
  const hash = subjectHashOf('pepper', 'ten_1', 'customer 7');
  expect(hash).toHaveLength(32);
  expect(subjectHashOf('pepper', 'ten_1', 'customer 7')).toEqual(hash);
  for (const other of [subjectHashOf('pepper', 'ten_2', 'customer 7'), subjectHashOf('pepper', 'ten_1', 'customer 8'), subjectHashOf('salt', 'ten_1', 'customer 7')]) expect(other).not.toEqual(hash);
});
