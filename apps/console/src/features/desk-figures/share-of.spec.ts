import { expect, it } from 'vitest';
import { shareOf } from './share-of';

it('rounds down, so that one miss of many is seen', () => {
  expect([shareOf(0, 0), shareOf(0, 4), shareOf(4, 4), shareOf(99_999, 100_000), shareOf(1, 3)]).toEqual(['—', '0%', '100%', '99.9%', '33.3%']);
});
