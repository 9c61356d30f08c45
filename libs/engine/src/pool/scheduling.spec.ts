import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../reading.js';
import type { Script, ScriptedPage } from '../testing/scripted-process.js';
import { DeadlineExceeded, PoolBusy, ReaderLost } from './errors.js';
import type { Place } from './places.js';
import type { ReaderPoolSettings, ReadRequest } from './read-request.js';
import { ReaderPool } from './reader-pool.js';

declare module 'node:module' {
  /** Newer than the types of the oldest Node that runs this product. */
  export function stripTypeScriptTypes(code: string): string;
}

/** Its types are taken off once: each of some fifty processes would do so again, which takes longer than all that it is asked. */
const scripts = mkdtempSync(join(tmpdir(), 'inkproof-scripts-'));
const entry = join(scripts, 'scripted-process.mjs');
writeFileSync(entry, stripTypeScriptTypes(readFileSync(new URL('../testing/scripted-process.ts', import.meta.url), 'utf8')));
afterAll(() => rmSync(scripts, { recursive: true }));

const fileOf = (script: Script): Uint8Array => new TextEncoder().encode(JSON.stringify(script));
const pagesOf = (count: number, page: ScriptedPage = { ms: 20 }): ScriptedPage[] => Array.from({ length: count }, () => page);

let pool: ReaderPool;
let replaced: string[];
let read: string[];
let folder: string;

const startWith = async (given: Partial<ReaderPoolSettings> = {}): Promise<void> => {
  pool = await ReaderPool.start({ processes: 1, maxQueued: 8, onReplaced: (why) => replaced.push(why), ...given }, entry);
};
/** Reads, and notes the texts of the pages as they are done. */
const reading = (name: string, pages: ScriptedPage[], given: Partial<ReadRequest> = {}): Promise<Reading> =>
  pool.read({
    file: fileOf({ name, pages }),
    options: { languages: 'auto', reader: 'auto', pages: null },
    caps: { maxPixels: 1e6, maxPages: 1000 },
    lane: name,
    laneLimit: 9,
    urgency: 'call',
    deadlineMs: 10_000,
    onPage: ({ text }) => read.push(text),
    ...given,
  });
const textsOf = ({ pages }: Reading): string[] => pages.map(({ text }) => text);

beforeEach(() => {
  [replaced, read, folder] = [[], [], mkdtempSync(join(tmpdir(), 'inkproof-pool-'))];
});
afterEach(async () => {
  await pool.stop();
  rmSync(folder, { recursive: true });
});

describe('pages in turn', () => {
  it('has the pages of a document in order, though several processes read them', async () => {
    await startWith({ processes: 2 });
    const done: [number, number][] = [];
    const result = await reading('a', [{ ms: 700 }, { ms: 5 }, { ms: 5 }, { ms: 5 }], { onPage: (page, count, total) => (read.push(page.text), done.push([count, total])) });
    expect(textsOf(result)).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(read.at(-1)).toBe('a1');
    expect(done).toEqual([[1, 4], [2, 4], [3, 4], [4, 4]]);
    expect(new Set(result.pages.map(({ recipe }) => recipe.why)).size).toBe(2);
    expect(result.document).toEqual({ mediaType: 'text/plain', pages: 4, frames: 1 });
  });

  it('reads a page on two threads while no other is read or waits, and each on one when there is more to do', async () => {
    await startWith({ processes: 2 });
    const threads = async (reading: Promise<Reading>): Promise<string[]> => (await reading).pages.flatMap(({ recipe }) => recipe.languages);
    expect(await threads(reading('a', pagesOf(1)))).toEqual(['2 threads']);
    expect(await threads(reading('b', [{ ms: 60 }, { ms: 60 }]))).toEqual(['1 threads', '1 threads']);
    expect((await Promise.all([threads(reading('c', pagesOf(1, { ms: 60 }))), threads(reading('d', pagesOf(1, { ms: 60 })))])).flat()).toContain('1 threads');
  });

  it('does not let a long job hold up a call for longer than a page', async () => {
    await startWith();
    const job = reading('j', pagesOf(40), { urgency: 'job' });
    await vi.waitUntil(() => read.length >= 2, { interval: 5 });
    const before = read.length;
    await reading('c', pagesOf(1));
    expect(read.indexOf('c1')).toBeLessThanOrEqual(before + 1);
    expect((await job).pages).toHaveLength(40);
  });

  it('lets the documents of two lanes share the readers', async () => {
    await startWith();
    await Promise.all([reading('a', pagesOf(6)), reading('b', pagesOf(3))]);
    expect(read).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3', 'a4', 'a5', 'a6']);
  });

  it('reads no more pages of a lane at the same time than it may', async () => {
    await startWith({ processes: 3 });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, pool.state().busy)), 3);
    await Promise.all([reading('a', pagesOf(6), { laneLimit: 2 }), reading('a', pagesOf(2), { laneLimit: 2 })]);
    clearInterval(watch);
    expect(most).toBe(2);
  });

  it('reads only the pages that were not read before a restart', async () => {
    await startWith();
    const result = await reading('a', pagesOf(4), { skip: new Set([1, 3]) });
    expect(textsOf(result)).toEqual(['a2', 'a4']);
    expect((await reading('b', pagesOf(2), { skip: new Set([1, 2]) })).pages).toEqual([]);
  });

  it('tells what the document is as soon as it is open', async () => {
    await startWith();
    const opened: unknown[] = [];
    await reading('a', pagesOf(3), { options: { languages: 'auto', reader: 'auto', pages: [2, 3] }, onOpened: (facts, pages) => opened.push(facts.pages, pages, read.length) });
    expect(opened).toEqual([3, [2, 3], 0]);
  });

  it('fails a call whose asker fails on hearing of a page, and goes on with others', async () => {
    await startWith();
    const onPage = (): void => {
      throw new Error('the listener is broken');
    };
    await expect(reading('a', pagesOf(3), { onPage })).rejects.toThrow('the listener is broken');
    expect(textsOf(await reading('b', pagesOf(1)))).toEqual(['b1']);
  });
});

describe('losses', () => {
  it('costs a page that ends two readers itself, and the other pages nothing', async () => {
    await startWith();
    const result = await reading('a', [{}, { then: 'die' }, {}]);
    expect(textsOf(result)).toEqual(['a1', 'a3']);
    expect(result.failedPages).toEqual([{ number: 2, reason: 'reader_lost', detail: expect.stringContaining('SIGKILL') as string }]);
    expect(replaced).toHaveLength(2);
  });

  it('reads a page once more that ended one reader', async () => {
    await startWith();
    expect(textsOf(await reading('a', [{}, { then: 'die', once: join(folder, 'died') }, {}]))).toEqual(['a1', 'a2', 'a3']);
    expect(replaced).toEqual(['it ended with SIGKILL']);
  });

  it('is the end of a document that has no other page', async () => {
    await startWith();
    await expect(reading('a', [{ then: 'die' }])).rejects.toThrow(ReaderLost);
    await expect(reading('b', [{ then: 'corrupt' }])).rejects.toMatchObject({ name: 'Unreadable', reason: 'corrupt' });
  });

  it('fails a damaged page alone', async () => {
    await startWith();
    const result = await reading('a', [{}, { then: 'corrupt' }]);
    expect([textsOf(result), result.failedPages]).toEqual([['a1'], [{ number: 2, reason: 'corrupt', detail: 'The page is damaged.' }]]);
  });

  it('fails a page alone that is over the cap, and a document of which all are by the first', async () => {
    await startWith();
    const { failedPages, pages } = await reading('a', [{}, { then: 'too_many_pixels' }, {}]);
    expect([pages.map(({ text }) => text), failedPages]).toEqual([['a1', 'a3'], [{ number: 2, reason: 'too_many_pixels', detail: 'The page is not read.' }]]);
    await expect(reading('b', pagesOf(2, { then: 'too_many_pixels' }))).rejects.toMatchObject({ name: 'Unreadable', reason: 'too_many_pixels', limit: { max: 1, actual: 2 } });
  });

  it('gives a document up for what is wrong with more than a page', async () => {
    await startWith();
    await expect(reading('a', [{}, { then: 'unsupported' }, {}])).rejects.toMatchObject({ name: 'Unreadable', reason: 'unsupported' });
  });

  it('does not try the rest of a document that costs readers page after page', async () => {
    await startWith();
    const result = await reading('a', [{}, ...pagesOf(5, { then: 'die' })]);
    expect(result.failedPages.map(({ reason }) => reason)).toEqual(Array(5).fill('reader_lost'));
    expect(replaced).toHaveLength(6);
  });

  it('ends a page that hangs, and reads the others', async () => {
    await startWith({ pageDeadlineMs: 300 });
    const result = await reading('a', [{}, { then: 'hang' }, {}]);
    expect([textsOf(result), result.failedPages]).toEqual([['a1', 'a3'], [{ number: 2, reason: 'deadline', detail: 'The page was not read within 300 ms' }]]);
    expect(replaced).toEqual(['a page took longer than 300 ms']);
  });

  it('ends a process that swells in the middle of a page', async () => {
    await startWith({ memoryBytesPerReader: 400e6 });
    const result = await reading('a', [{}, { then: 'swell' }]);
    expect(result.failedPages).toMatchObject([{ number: 2, reason: 'reader_lost' }]);
    expect(replaced).toEqual(Array(2).fill('it held more than 381 MiB'));
  });

  it('loses a document that ends two processes while it is opened, and none that others read', async () => {
    await startWith({ processes: 2 });
    const other = reading('b', pagesOf(10));
    const file = fileOf({ name: 'a', opening: { then: 'die' }, pages: [] });
    await expect(reading('a', [], { file })).rejects.toThrow(ReaderLost);
    expect((await other).pages).toHaveLength(10);
  });
});

describe('waiting', () => {
  it('is refused at once when as many wait as may, and jobs do not take the place of calls', async () => {
    await startWith({ maxQueued: 2 });
    const accepted = [reading('a', pagesOf(1)), reading('b', pagesOf(1)), reading('c', pagesOf(1))];
    await expect(reading('d', pagesOf(1))).rejects.toThrow(PoolBusy);
    expect(pool.state()).toMatchObject({ busy: 1, queued: 2 });
    accepted.push(reading('e', pagesOf(1), { urgency: 'job' }));
    expect((await Promise.all(accepted)).flatMap(textsOf)).toEqual(['a1', 'b1', 'c1', 'e1']);
  });

  it('is refused to a lane that fills half the queue, and to no other', async () => {
    await startWith({ maxQueued: 4 });
    const accepted = [1, 2, 3].map(() => reading('a', pagesOf(1)));
    await expect(reading('a', pagesOf(1))).rejects.toThrow(PoolBusy);
    accepted.push(reading('b', pagesOf(1)));
    expect((await Promise.all(accepted)).flatMap(textsOf)).toHaveLength(4);
  });

  it('is held for whoever asks for a place first: who has one is refused no more, and who finds none waits until one is left, or is refused once those that had them came', async () => {
    await startWith({ maxQueued: 4 });
    const got: Place[] = [];
    const ask = (lane: string) => pool.place({ lane, laneLimit: 9 }).then((place) => void got.push(place), (error: unknown) => error);
    const asked = Array.from({ length: 6 }, () => ask('a'));
    await setImmediate();
    // One for the seat, and of those that wait no more than half.
    expect(got).toHaveLength(3);
    got[0]!.leave();
    await setImmediate();
    expect(got).toHaveLength(4);
    const readings = got.slice(1).map((place) => reading('a', pagesOf(1), { place }));
    expect(await Promise.all(asked.slice(4))).toEqual([expect.any(PoolBusy), expect.any(PoolBusy)]);
    await ask('b');
    readings.push(reading('b', pagesOf(1), { place: got[4]! }));
    expect(await Promise.all(readings)).toHaveLength(4);
    const again = Array.from({ length: 4 }, () => reading('a', pagesOf(1), { place: got[1]! }));
    await expect(Promise.all(again)).rejects.toThrow(PoolBusy);
    await Promise.allSettled(again);
  });

  it('ends with the deadline, with what is read by then', async () => {
    await startWith();
    const result = await reading('a', [{}, { then: 'hang' }, {}], { deadlineMs: 400 });
    expect(textsOf(result)).toEqual(['a1']);
    expect(result.failedPages.map(({ number, reason }) => [number, reason])).toEqual([[2, 'deadline'], [3, 'deadline']]);
    expect(replaced).toEqual(['its reading took longer than 400 ms']);
    const hanging = [reading('b', [{ then: 'hang' }], { deadlineMs: 300 }), reading('c', [{}], { deadlineMs: 300, lane: 'b', laneLimit: 1 })];
    for (const each of hanging) await expect(each).rejects.toThrow(DeadlineExceeded);
  });

  it('leaves room for two jobs a seat', async () => {
    await startWith();
    expect(pool.room()).toBe(2);
    const jobs = [reading('a', pagesOf(2), { urgency: 'job' }), reading('b', pagesOf(2))];
    expect(pool.room()).toBe(1);
    await Promise.all(jobs);
    expect(pool.room()).toBe(2);
  });
});

describe('calling off', () => {
  it('frees the reader at once, drops the pages that wait, and leaves other calls alone', async () => {
    await startWith();
    const caller = new AbortController();
    const refusal = expect(reading('a', pagesOf(9, { ms: 5_000 }), { signal: caller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    const other = reading('b', pagesOf(1));
    await wait(100);
    caller.abort();
    await refusal;
    expect(textsOf(await other)).toEqual(['b1']);
    expect([read, replaced]).toEqual([['b1'], ['its reading was called off']]);
  });
});

describe('renewal', () => {
  it('gives a process a successor after so many pages, without a pause and without a loss', async () => {
    await startWith({ pagesPerReader: 5 });
    const [pid] = pool.pids();
    expect((await reading('a', pagesOf(40))).failedPages).toEqual([]);
    expect(pool.state().recycled).toBeGreaterThan(0);
    expect(pool.pids()[0]).not.toBe(pid);
    expect([replaced, pool.state().replaced]).toEqual([[], 0]);
  });

  it('gives a process a successor that holds most of the memory it may', async () => {
    // A process of Node holds some 50 million bytes before anything is asked of it.
    await startWith({ memoryBytesPerReader: 175e6 });
    await reading('a', pagesOf(1));
    expect(pool.state().recycled).toBe(0);
    await reading('b', pagesOf(1, { then: 'fill' }));
    await vi.waitUntil(() => pool.state().recycled === 1, { timeout: 20_000 });
    expect(replaced).toEqual([]);
  });
});
