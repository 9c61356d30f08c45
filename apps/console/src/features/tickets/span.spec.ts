import { expect, it } from 'vitest';
import { spanOf } from './span';

it('says the two largest units and leaves out what is nothing', () => {
  expect([30, 480, 3_600, 24_060, 86_400, 90_061].map((seconds) => spanOf(seconds, 'en'))).toEqual(['1 min', '8 min', '1 hr', '6 hr 41 min', '1 day', '1 day 1 hr']);
  expect(spanOf(-24_060, 'zh-CN')).toBe('6小时 41分钟');
});
