import { expect, it } from 'vitest';
import { asText } from './text.js';

it('parts pages by a form feed', () => {
  expect(asText([{ text: 'one\ntwo' }, { text: '' }, { text: 'three' }])).toBe('one\ntwo\f\fthree');
});
