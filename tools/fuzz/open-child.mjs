// Opens what it is sent and decodes every page of it, as a reader process does before it reads.
import sharp from 'sharp';
import { openDocument } from '../../libs/engine/dist/document/open-document.js';
import { Unreadable } from '../../libs/engine/dist/unreadable.js';

sharp.concurrency(1);
sharp.cache(false);
process.on('disconnect', () => process.exit());

const caps = { maxPixels: 4_000_000, maxPages: 10 };

const outcomeOf = async (file) => {
  let document = null;
  try {
    document = await openDocument(file, { password: 'open' }, caps);
    for (const number of document.chosen) {
      const page = await document.page(number);
      const { width, height, grey } = await page.picture();
      if (grey.length !== width * height || width * height > caps.maxPixels) return 'fault: a picture that is not of its size';
    }
    return 'read';
  } catch (error) {
    return error instanceof Unreadable ? error.reason : `fault: ${error}`;
  } finally {
    document?.close();
  }
};

process.on('message', async ({ file }) => {
  const outcome = await outcomeOf(file);
  process.send({ outcome, rssBytes: process.memoryUsage.rss() });
});
process.send({ ready: true });
