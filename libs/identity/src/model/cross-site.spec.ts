import { expect, it } from 'vitest';
import { isCrossSite } from './cross-site.js';

const own = ['https://ocr.example'];

it.each([
  [{ method: 'POST', fetchSite: 'cross-site' }, true],
  [{ method: 'DELETE', fetchSite: 'same-site' }, true],
  [{ method: 'POST', origin: 'https://evil.example' }, true],
  [{ method: 'POST', origin: 'null' }, true],
  [{ method: 'POST', fetchSite: 'cross-site', origin: 'https://ocr.example' }, true],
  [{ method: 'GET', fetchSite: 'cross-site' }, false],
  [{ method: 'POST', fetchSite: 'same-origin' }, false],
  [{ method: 'POST', fetchSite: 'none' }, false],
  [{ method: 'POST', origin: 'https://ocr.example' }, false],
  [{ method: 'POST' }, false],
])('%j crosses sites: %s', (sending, crosses) => {
  expect(isCrossSite(sending, own)).toBe(crosses);
});
