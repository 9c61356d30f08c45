import { expect, it } from 'vitest';
import { recordClasses } from './record-class.js';
import { Lengthening, TenantLengthening } from './rule.js';

const uncounted = ['recognition', 'recognition_result', 'job', 'job_result', 'account'];

it.each(recordClasses)('a period of %s is made longer only where one binds', (record_class) => {
  const may = [TenantLengthening.safeParse({ record_class, months: 9, reason: 'x' }), Lengthening.safeParse({ record_class, basis: 'law', months: 9, source: 'x' })].map(({ success }) => success);
  expect(may).toEqual([!uncounted.includes(record_class), !uncounted.includes(record_class)]);
});
