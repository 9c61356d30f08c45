import { specFolder, startS3, type SpecS3 } from '@inkproof/spec-database';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storageOf } from '../config/storage-url.js';
import { openBlobs } from '../objects/open-blobs.js';
import { openPublicFiles } from './open-public-files.js';

const setOf = (mark: string) => ['status', 'index'].map((name) => ({ name: `${name}.html`, mediaType: 'text/html; charset=utf-8', text: `${name} ${mark}` }));

describe('in a folder', () => {
  const folder = path.join(specFolder(), 'status');
  const read = (name: string) => readFileSync(path.join(folder, 'current', name), 'utf8');

  it('the newest set is the current one, and old ones go', async () => {
    const files = await openPublicFiles(storageOf(pathToFileURL(folder).href));
    for (let i = 0; i < 6; i++) await files.put(setOf(String(i)));
    expect([read('status.html'), read('index.html')]).toEqual(['status 5', 'index 5']);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('a set that was not finished is never the current one', async () => {
    const files = await openPublicFiles(storageOf(pathToFileURL(folder).href));
    await expect(files.put([...setOf('half'), { name: '../escape', mediaType: 'text/html', text: 'x' }])).rejects.toThrow(RangeError);
    expect(read('status.html')).toBe('status 5');
  });

  it('whoever reads meanwhile sees one set and not two', async () => {
    const files = await openPublicFiles(storageOf(pathToFileURL(folder).href));
    let isWriting = true;
    const writing = (async () => {
      for (let i = 0; i < 30; i++) await files.put(setOf(`set ${i}`));
      isWriting = false;
    })();
    while (isWriting) {
      expect(read('index.html')).toMatch(/^index (5|set \d+)$/);
      await new Promise(setImmediate);
    }
    await writing;
  });
});

describe('in a bucket', () => {
  let s3: SpecS3;
  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(() => s3.drop());

  it('each file lies under its name', async () => {
    const files = await openPublicFiles(storageOf(s3.url()));
    await files.put([{ name: 'page', mediaType: 'text/html', text: 'seen' }]);
    const blobs = await openBlobs(storageOf(s3.url()));
    expect((await blobs.get('page'))?.toString()).toBe('seen');
    blobs.close();
  });
});
