import fs from 'node:fs';
import path from 'node:path';
import { drawnPages, pagesOfFolder } from '../measure/pages.mjs';

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus');

/** What is measured on: the corpus beside the checkout where there is one, else the project's own drawn pages. All loaded, so that no part measures drawing. */
export const benchPages = async () => {
  const isThere = fs.existsSync(path.join(corpus, 'manifest.json'));
  const pages = isThere ? await pagesOfFolder(corpus) : drawnPages(1);
  console.log(isThere ? `${pages.length} pages of the corpus` : `${pages.length} drawn pages`);
  return Promise.all(pages.map(async ({ load, ...page }) => ({ ...page, ...(await load()) })));
};

/** Works through a list with so many at a time, each taking the next that nobody has. */
export const atOnce = async (count, items, work) => {
  const results = [];
  let next = 0;
  const one = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: count }, one));
  return results;
};

/** What the bytes are called on the wire. */
export const mediaTypeOf = (file) => {
  const head = Buffer.from(file.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('\xff\xd8')) return 'image/jpeg';
  if (head.startsWith('%PDF')) return 'application/pdf';
  if (head.startsWith('II*') || head.startsWith('MM')) return 'image/tiff';
  return head.startsWith('BM') ? 'image/bmp' : 'application/octet-stream';
};
