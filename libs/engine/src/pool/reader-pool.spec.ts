import { setTimeout as wait } from 'node:timers/promises';
import { drawPage, inOneFile } from '@inkproof/drawn-pages';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadOptions, Reading } from '../reading.js';
import { DeadlineExceeded, PoolBusy, ReaderLost } from './errors.js';
import type { ReadRequest } from './read-request.js';
import { ReaderPool } from './reader-pool.js';

const line = 'The reader is at work on this page';
const short = drawPage({ lines: [line], widthPx: 1000, fontPx: 36 });
/** Keeps a reader busy for seconds: long enough to interrupt it at leisure. */
const long = drawPage({ lines: Array.from({ length: 60 }, () => `${line} ${line}`), widthPx: 2000 });
const settings = { processes: 1, maxQueued: 2, warm: [{ reader: 'tesseract', languages: ['eng'] }] } as const;
const caps = { maxPixels: 10_000_000, maxPages: 3 };
/** A reader that starts anew loads its languages first, on a busy machine too. */
const PATIENCE = { timeout: 20_000 };
const english: ReadOptions = { languages: ['eng'], reader: 'tesseract', pages: null };

let pool: ReaderPool;
const replaced: string[] = [];
/** -1 is nobody's, so that a seat without a process is never taken for a living one. */
const onlyPid = (): number => pool.pids()[0] ?? -1;
const isAlive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
};
const reading = (file: Uint8Array, given: Partial<ReadRequest> = {}): Promise<Reading> =>
  pool.read({ file, options: english, caps, lane: 'only', laneLimit: 2, urgency: 'call', deadlineMs: 25_000, ...given });
const textOf = async (file: Uint8Array, given: Partial<ReadRequest> = {}): Promise<string | undefined> => (await reading(file, given)).pages[0]?.text;

beforeAll(async () => {
  pool = await ReaderPool.start({ ...settings, onReplaced: (why) => replaced.push(why) });
});
beforeEach(async () => {
  // The one before may have left a process that is still starting.
  await textOf(short);
  replaced.length = 0;
});
afterAll(() => pool.stop());

describe('the pool', () => {
  it('reads, and knows its own state and memory', async () => {
    const [before, answer] = [pool.state().replaced, reading(short)];
    expect(pool.state()).toMatchObject({ total: 1, busy: 1, queued: 0, seats: [{ pid: onlyPid(), isBusy: true }] });
    expect((await answer).pages[0]?.text).toBe(line);
    const { busy, replaced: after, seats } = pool.state();
    expect([busy, after]).toEqual([0, before]);
    expect(seats[0]?.pages).toBeGreaterThan(0);
    expect(seats[0]?.rssBytes).toBeGreaterThan(50e6);
    const megabytes = (await pool.memoryBytes()) / 1e6;
    expect(megabytes === 0 ? process.platform !== 'linux' : megabytes > 50 && megabytes < 1_500).toBe(true);
  });

  it('says by what it was read', async () => {
    const { recipe } = await reading(short);
    expect(recipe.engines).toEqual([{ reader: 'tesseract', version: expect.stringMatching(/tesseract 5\.\d/) as string }]);
    expect(recipe.data).toHaveLength(1);
    expect(recipe.inputSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(pool.readers().map(({ name }) => name)).toEqual(expect.arrayContaining(['tesseract', 'ppocr']));
  });

  it('reads the pages of a file that were asked for', async () => {
    const file = await inOneFile([drawPage({ lines: ['The first'] }), short], 'tiff');
    const { document, pages } = await reading(file, { options: { ...english, pages: [2] } });
    expect([document.pages, pages.map(({ number, text }) => [number, text])]).toEqual([2, [[2, line]]]);
  });

  it('opens a file without reading it, also while every reader is at work', async () => {
    const [caller, opened] = [new AbortController(), inOneFile([short, short], 'tiff')];
    const busy = expect(reading(long, { signal: caller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await pool.open(await opened, {}, caps, { lane: 'only' })).toEqual({ facts: { mediaType: 'image/tiff', pages: 2, frames: 1 }, pages: [1, 2] });
    await expect(pool.open(Buffer.from('%PDF-1.7 and then nothing'), {}, caps, { lane: 'only' })).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
    caller.abort();
    await busy;
  });

  it('loses no reader to a file that cannot be read, and says what is wrong with it', async () => {
    const pid = onlyPid();
    await expect(reading(Buffer.from('not a picture'))).rejects.toMatchObject({ name: 'Unreadable', reason: 'unsupported' });
    await expect(reading(short.subarray(0, 900))).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(reading(drawPage({ lines: [''], widthPx: 4000, heightPx: 4000 }))).rejects.toMatchObject({
      reason: 'too_many_pixels',
      limit: { name: 'max_pixels', max: 10_000_000, actual: 16_000_000 },
    });
    expect([onlyPid(), replaced]).toEqual([pid, []]);
  });

  it('reads again by the recipe of an earlier reading, and says when it cannot', async () => {
    const [first] = (await reading(short)).pages;
    if (!first) throw new Error('no page');
    const [again] = (await reading(short, { options: { ...english, replay: { 1: first.recipe } } })).pages;
    expect(again).toEqual(first);
    await expect(reading(short, { options: { ...english, replay: { 7: first.recipe } } })).rejects.toMatchObject({ name: 'NotReplayable', message: expect.stringContaining('no entry for page 1') as string });
    const unknown = { ...first.recipe, steps: [{ name: 'polish', settings: {} }] };
    await expect(reading(short, { options: { ...english, replay: { 1: unknown } } })).rejects.toMatchObject({ name: 'NotReplayable' });
  });

  it('loses no reader to a recipe that a caller wrote', async () => {
    const [[first], pid] = [(await reading(short)).pages, onlyPid()];
    if (!first) throw new Error('no page');
    const [begin, read] = [first.recipe.steps.slice(0, -1), first.recipe.steps.slice(-1)];
    const deskews = Array.from({ length: 20 }, () => ({ name: 'deskew', settings: { degrees: 45 } }));
    const huge = { name: 'scale', settings: { width: 10_000, height: 10_000 } };
    for (const change of [{ languages: ['deu'] }, { steps: [...begin, ...deskews, ...read] }, { steps: [...begin, huge, ...read] }]) {
      await expect(reading(short, { options: { ...english, replay: { 1: { ...first.recipe, ...change } } } })).rejects.toMatchObject({ name: 'NotReplayable' });
    }
    expect([onlyPid(), replaced]).toEqual([pid, []]);
  });

  it('reads once more when a reader is killed in the middle', async () => {
    const pid = onlyPid();
    const text = textOf(short);
    process.kill(pid, 'SIGKILL');
    expect(await text).toBe(line);
    expect(onlyPid()).not.toBe(pid);
    expect(replaced).toEqual(['it ended with SIGKILL']);
  });

  it('gives a reading up when the second reader is killed under it too', async () => {
    const refusal = expect(textOf(long)).rejects.toThrow(ReaderLost);
    for (let kills = 0; kills < 2; kills++) {
      await vi.waitUntil(() => pool.state().busy === 1, PATIENCE);
      process.kill(onlyPid(), 'SIGKILL');
      await vi.waitUntil(() => replaced.length === kills + 1, PATIENCE);
    }
    await refusal;
    expect(await textOf(short)).toBe(line);
  });

  it('replaces a reader that died while nobody asked anything of it', async () => {
    process.kill(onlyPid(), 'SIGKILL');
    await vi.waitUntil(() => replaced.length === 1, PATIENCE);
    expect(await textOf(short)).toBe(line);
  });

  it('ends and replaces a reader that hangs, when the time for its reading is over', async () => {
    const pid = onlyPid();
    process.kill(pid, 'SIGSTOP');
    await expect(textOf(short, { deadlineMs: 1_000 })).rejects.toThrow(DeadlineExceeded);
    await vi.waitUntil(() => !isAlive(pid) && isAlive(onlyPid()), PATIENCE);
    expect(onlyPid()).not.toBe(pid);
    expect(replaced).toEqual(['its reading took longer than 1000 ms']);
  });

  it('counts the wait in the queue towards the deadline', async () => {
    const pid = onlyPid();
    await Promise.all([1, 2].map(() => expect(textOf(long, { deadlineMs: 400 })).rejects.toThrow(DeadlineExceeded)));
    expect(pool.state()).toMatchObject({ busy: 0, queued: 0 });
    await vi.waitUntil(() => !isAlive(pid), PATIENCE);
  });

  it('frees the core within a second when a reading is called off', async () => {
    const [pid, caller] = [onlyPid(), new AbortController()];
    const refusal = expect(reading(long, { signal: caller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    await wait(200);
    caller.abort();
    await refusal;
    await vi.waitUntil(() => !isAlive(pid), { timeout: 1_000 });
    expect(await textOf(short)).toBe(line);
  });

  it('lets a reading that waits leave the queue without harm to the one at work', async () => {
    const [pid, caller] = [onlyPid(), new AbortController()];
    const first = textOf(short);
    const second = reading(short, { signal: caller.signal });
    caller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(pool.state().queued).toBe(0);
    expect(await first).toBe(line);
    expect(onlyPid()).toBe(pid);
  });

  it('stops only when what it accepted is read, and takes nothing more', async () => {
    const [pid, text] = [onlyPid(), textOf(short)];
    const stopped = pool.stop();
    await expect(textOf(short)).rejects.toThrow(PoolBusy);
    expect(await text).toBe(line);
    await stopped;
    expect([isAlive(pid), pool.pids()]).toEqual([false, []]);
    pool = await ReaderPool.start({ ...settings, onReplaced: (why) => replaced.push(why) });
  });

  it('says why when it cannot start', async () => {
    await expect(ReaderPool.start({ ...settings, warm: [{ reader: 'tesseract', languages: ['tlh'] }] })).rejects.toThrow(/could not start.*tlh/s);
  });
});
