import { specFolder, startS3, type SpecS3 } from '@inkproof/spec-database';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storageOf } from '../config/storage-url.js';
import type { Blobs } from './blobs.js';
import { openBlobs } from './open-blobs.js';

/** More than a page of a listing: over two thousand requests, which on a busy machine take their time. */
const MANY_MS = 120_000;

let s3: SpecS3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.drop());

const open = (url: string): Promise<Blobs> => openBlobs(storageOf(url));

const all = async (names: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of names) found.push(name);
  return found.sort();
};

const causeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'no error',
    (error: { code?: string; cause?: Error }) => `${error.code}: ${error.cause?.message}`,
  );

describe.each([
  ['a folder', () => pathToFileURL(specFolder()).href],
  ['a bucket', () => s3.url()],
  ['a prefix in a bucket', () => s3.url('one/two')],
])('in %s', (_, urlOf) => {
  let blobs: Blobs;
  let ofAnotherNode: Blobs;
  beforeAll(async () => {
    const url = urlOf();
    [blobs, ofAnotherNode] = await Promise.all([open(url), open(url)]);
    await blobs.check();
  });
  afterAll(() => {
    blobs.close();
    ofAnotherNode.close();
  });

  it('a blob is had again to the byte, by every node', async () => {
    const bytes = randomBytes(3_000_000);
    await blobs.put('blb_01', bytes);
    expect((await ofAnotherNode.get('blb_01'))?.equals(bytes)).toBe(true);
    expect(await ofAnotherNode.exists('blb_01')).toBe(true);
  });

  it('a blob may be empty', async () => {
    await blobs.put('own_1', new Uint8Array());
    expect(await blobs.get('own_1')).toEqual(Buffer.alloc(0));
  });

  it('there is nothing of another name', async () => {
    expect(await blobs.get('blb_none')).toBeUndefined();
    expect(await blobs.exists('blb_none')).toBe(false);
  });

  it('a blob that was removed is gone for every node, and removing it again is no error', async () => {
    await blobs.put('blb_02', Buffer.from('x'));
    await ofAnotherNode.remove(['blb_02', 'blb_none']);
    expect([await blobs.get('blb_02'), await blobs.exists('blb_02')]).toEqual([undefined, false]);
    await blobs.remove(['blb_02']);
    await blobs.remove([]);
  });

  it('many are listed and removed, those of a range', { timeout: MANY_MS }, async () => {
    const names = Array.from({ length: 1_100 }, (__, i) => `lst_${String(i).padStart(4, '0')}`);
    for (let at = 0; at < names.length; at += 50) await Promise.all(names.slice(at, at + 50).map((name) => blobs.put(name, Buffer.from(name))));
    expect(await all(blobs.list({ from: 'lst_0010', before: 'lst_1090' }))).toEqual(names.slice(10, 1_090));
    await blobs.remove(names);
    expect(await all(blobs.list({ from: 'lst_', before: 'lst`' }))).toEqual([]);
    expect(await all(blobs.list({ before: 'lst_' }))).toEqual(['blb_01']);
  });

  it('no name leads out of the place', async () => {
    for (const name of ['../secrets', 'a/b', '', 'x', '.hidden', 'a\0b']) await expect(blobs.put(name, Buffer.from('x'))).rejects.toThrow(RangeError);
  });
});

describe('a folder', () => {
  it('is for its owner only, and its files too', async () => {
    const folder = specFolder();
    const blobs = await open(pathToFileURL(folder).href);
    await blobs.put('blb_01', Buffer.from('x'));
    const modes = [folder, path.join(folder, '01'), path.join(folder, '01', 'blb_01')].map((one) => (fs.statSync(one).mode & 0o777).toString(8));
    expect(modes).toEqual(['700', '700', '600']);
  });

  it('shows nothing of a blob that was interrupted, and lists and removes it', async () => {
    const folder = specFolder();
    const blobs = await open(pathToFileURL(folder).href);
    fs.mkdirSync(path.join(folder, '01'), { recursive: true });
    fs.writeFileSync(path.join(folder, '01', 'blb_01.part'), 'half of');
    expect([await blobs.get('blb_01'), await all(blobs.list({ before: 'z' }))]).toEqual([undefined, ['blb_01']]);
    await blobs.remove(['blb_01']);
    expect(fs.readdirSync(path.join(folder, '01'))).toEqual([]);
  });

  it('that is not mounted is not taken for one without blobs', async () => {
    const folder = specFolder();
    const blobs = await open(pathToFileURL(folder).href);
    expect(await causeOf(blobs.get('blb_01'))).toMatch(/^storage\.unavailable: The folder .* of STORAGE_URL cannot be used \(ENOENT\)/);
    expect(await causeOf(blobs.exists('blb_01'))).toMatch(/ENOENT/);
  });

  it('that is a file says so', async () => {
    const folder = specFolder();
    fs.writeFileSync(folder, '');
    const blobs = await open(pathToFileURL(folder).href);
    expect(await causeOf(blobs.check())).toMatch(/cannot be used \(EEXIST\)/);
    expect(await causeOf(blobs.put('blb_01', Buffer.from('x')))).toMatch(/cannot be used \(E(NOTDIR|EXIST)\)/);
  });
});

describe('a bucket', () => {
  it('that is missing is named, by whatever is asked', async () => {
    const blobs = await open(s3.url().replace(s3.bucket, 'another'));
    const said = 'storage.unavailable: There is no bucket another in the storage of STORAGE_URL. Make it, or name another one.';
    const acts = [blobs.check(), blobs.get('blb_01'), blobs.put('blb_01', Buffer.from('x')), blobs.exists('blb_01'), all(blobs.list({ before: 'z' }))];
    expect(await Promise.all(acts.map(causeOf))).toEqual(acts.map(() => said));
    blobs.close();
  });

  it('that refuses us says whose credentials they are', async () => {
    const key = process.env['AWS_ACCESS_KEY_ID'];
    process.env['AWS_ACCESS_KEY_ID'] = 'SOMEBODY';
    const blobs = await open(s3.url());
    expect(await causeOf(blobs.put('blb_01', Buffer.from('x')))).toMatch(/^storage\.unavailable: The storage of STORAGE_URL refuses us \(403\)\. AWS_ACCESS_KEY_ID and/);
    process.env['AWS_ACCESS_KEY_ID'] = key;
    blobs.close();
  });

  it('whose server is down is unavailable, and is had again when it is back', async () => {
    const blobs = await open(s3.url('down'));
    await blobs.put('blb_01', Buffer.from('x'));
    await s3.stop();
    expect(await causeOf(blobs.get('blb_01'))).toMatch(/^storage\.unavailable: .*ECONNREFUSED/);
    await s3.start();
    expect(await blobs.get('blb_01')).toEqual(Buffer.from('x'));
    blobs.close();
  });
});
