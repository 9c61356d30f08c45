import { mutated, noise, oneOfEach } from '@inkproof/drawn-pages';
import { expect, it } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { openDocument } from './open-document.js';

const FILES = 1_000;
const caps = { maxPixels: 1_000_000, maxPages: 4 };

/** What came of a file: read to its last page, or why not. Anything but a refusal by name is what this spec is there to find. */
const outcomeOf = async (file: Uint8Array): Promise<string> => {
  try {
    const document = await openDocument(file, { password: 'open' }, caps);
    for (const number of document.chosen) {
      const page = await document.page(number);
      if (page.width * page.height > caps.maxPixels) return 'a page over the cap';
      const { width, height, grey } = await page.picture();
      if (grey.length !== width * height) return 'a picture that is not of its size';
    }
    document.close();
    return 'read';
  } catch (error) {
    return error instanceof Unreadable ? error.reason : `${String(error)}`;
  }
};

it(`a thousand damaged files are each read or refused by name, and the process lives on`, async () => {
  const seeds = Object.values(await oneOfEach());
  const random = noise(20_261);
  const outcomes = new Map<string, number>();
  for (let index = 0; index < FILES; index++) {
    const outcome = await outcomeOf(mutated(seeds[index % seeds.length] as Uint8Array, random));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const known = ['read', 'corrupt', 'unsupported', 'empty', 'too_many_pixels', 'too_many_pages', 'password_required', 'password_wrong', 'page_missing'];
  expect([...outcomes.keys()].filter((outcome) => !known.includes(outcome))).toEqual([]);
  expect(outcomes.get('read')).toBeGreaterThan(100);
  expect(outcomes.get('corrupt')).toBeGreaterThan(100);
}, 120_000);
