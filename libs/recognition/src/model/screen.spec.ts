import { textForms } from '@inkproof/engine';
import { expect, it } from 'vitest';
import { pageOf } from '../testing/scripted-readers.js';
import { lookOver, treatPages } from './screen.js';

const PHONE = '13800138000';
const pages = [pageOf(1, `电话 ${PHONE}`), pageOf(2, 'nothing to see'), pageOf(3, `${PHONE} and 13912345678`)];

it('says how much of what stands on which page, and nothing of what it is', () => {
  const { found, undeclared } = lookOver(pages, []);
  expect(found).toEqual(['phone']);
  expect(undeclared).toEqual([{ category: 'phone', kinds: [expect.any(String)], pages: [1, 3], count: 3 }]);
  expect(JSON.stringify(undeclared)).not.toContain('138');
});

it('takes no offence at what was declared', () => expect(lookOver(pages, ['phone', 'name'])).toMatchObject({ found: ['phone'], undeclared: [], places: [] }));

it('leaves a result as it was read, hides what was found in it, or takes all text from it, in every form', () => {
  const { places } = lookOver(pages, []);
  const forms = [...Object.values(textForms), JSON.stringify];
  const holding = (policy: 'returned' | 'masked' | 'withheld', words: string) => forms.filter((form) => form(treatPages(pages, places, policy)).includes(words)).length;
  expect(['returned', 'masked', 'withheld'].map((policy) => holding(policy as 'returned', PHONE))).toEqual([forms.length, 0, 0]);
  expect(['returned', 'masked', 'withheld'].map((policy) => holding(policy as 'returned', 'nothing'))).toEqual([forms.length, forms.length, 0]);
});
