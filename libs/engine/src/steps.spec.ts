import { expect, it } from 'vitest';
import { togetherOnce } from './steps.js';

it('steps that all pages share are said once', () => {
  expect(togetherOnce([['decode', 'grey'], ['decode', 'grey']])).toEqual(['decode', 'grey']);
});

it('steps that differ are said with the number of their page', () => {
  expect(togetherOnce([['decode'], ['decode', 'upright 90']])).toEqual(['page 1: decode', 'page 2: decode', 'page 2: upright 90']);
});
