import { expect, it } from 'vitest';
import { aContent } from '../testing/a-content.js';
import { compareTexts } from './compare-texts.js';
import { needsReconsent } from './reconsent.js';

const before = aContent();

it.each([
  ['another purpose', { purpose: '风险评估' }, true],
  ['another method', { method: '人工核对' }, true],
  ['a category more', { categories: [...before.categories, 'location' as const] }, true],
  ['a category less', { categories: before.categories.slice(1) }, true],
  ['the same categories in another order', { categories: [...before.categories].reverse() }, false],
  ['white space', { purpose: ` ${before.purpose} ` }, false],
  ['another wording of the text', { text: '别的' }, false],
])('%s', (_, changed, needed) => {
  expect(needsReconsent(before, { ...before, ...changed })).toBe(needed);
});

it('shows a text beside the one before, word by word, so that both can be read from it', () => {
  const [old, young] = ['有效期至本人撤回之日。', '有效期十二个月。'];
  const parts = compareTexts(old, young);
  const only = (left: string) => parts.filter(({ kind }) => kind !== left).map(({ words }) => words).join('');
  expect([only('added'), only('removed')]).toEqual([old, young]);
  expect(parts[0]).toMatchObject({ kind: 'same' });
});

it('shows texts that have nothing in common one after the other', () => {
  const [old, young] = ['甲'.repeat(9_000), '乙'.repeat(9_000)];
  expect(compareTexts(old, young)).toEqual([
    { kind: 'removed', words: old },
    { kind: 'added', words: young },
  ]);
});
