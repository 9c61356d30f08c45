import { setTimeout as wait } from 'node:timers/promises';
import { drawPage } from '@inkproof/drawn-pages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeadlineExceeded, PoolBusy, ReaderLost } from './errors.js';
import { ReaderPool, type ReaderPoolSettings } from './reader-pool.js';

const line = 'The reader is at work on this page';
const short = drawPage({ lines: [line] });
/** Keeps a reader busy for seconds: long enough to interrupt it at leisure. */
const long = drawPage({ lines: Array.from({ length: 60 }, () => `${line} ${line}`), widthPx: 2000 });
const settings = { processes: 1, maxQueued: 1, deadlineMs: 15_000, caps: { maxPixels: 10_000_000, maxPages: 3 }, warmLanguages: ['eng'] };
const english = { languages: ['eng'] };

let pool: ReaderPool;
let replaced: string[];
const startWith = async (given: Partial<ReaderPoolSettings>): Promise<void> => {
  await pool.stop();
  pool = await ReaderPool.start({ ...settings, ...given, onReplaced: (why) => replaced.push(why) });
};
/** -1 is nobody's, so that a seat without a process is never taken for a living one. */
const onlyPid = (): number => pool.pids()[0] ?? -1;
const isAlive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
};
const textOf = async (file: Uint8Array): Promise<string | undefined> => (await pool.read(file, english)).pages[0]?.text;

beforeEach(async () => {
  replaced = [];
  pool = await ReaderPool.start({ ...settings, onReplaced: (why) => replaced.push(why) });
});
afterEach(() => pool.stop());

describe('the pool', () => {
  it('reads, and knows its own state and memory', async () => {
    const reading = pool.read(short, english);
    expect(pool.state()).toEqual({ total: 1, busy: 1, queued: 0, replaced: 0 });
    expect((await reading).pages[0]?.text).toBe(line);
    expect(pool.state()).toEqual({ total: 1, busy: 0, queued: 0, replaced: 0 });
    const megabytes = (await pool.memoryBytes()) / 1e6;
    expect(megabytes === 0 ? process.platform !== 'linux' : megabytes > 50 && megabytes < 1_000).toBe(true);
  });

  it('loses no reader to a file that cannot be read, and says what is wrong with it', async () => {
    const pid = onlyPid();
    await expect(pool.read(Buffer.from('not a picture'), english)).rejects.toMatchObject({ name: 'Unreadable', reason: 'unsupported' });
    await expect(pool.read(short.subarray(0, 900), english)).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(pool.read(drawPage({ lines: [''], widthPx: 4000, heightPx: 4000 }), english)).rejects.toMatchObject({
      reason: 'too_many_pixels',
      limit: { name: 'max_pixels', max: 10_000_000, actual: 16_000_000 },
    });
    expect([onlyPid(), replaced]).toEqual([pid, []]);
  });

  it('refuses a language it does not have before a reader hears of it', async () => {
    await expect(pool.read(short, { languages: ['tlh'] })).rejects.toThrow(RangeError);
    expect(replaced).toEqual([]);
  });

  it('refuses at once when as many wait as may', async () => {
    const accepted = [textOf(short), textOf(short)];
    await expect(textOf(short)).rejects.toThrow(PoolBusy);
    expect(await Promise.all(accepted)).toEqual([line, line]);
  });

  it('reads once more when a reader is killed in the middle', async () => {
    const pid = onlyPid();
    const reading = textOf(short);
    process.kill(pid, 'SIGKILL');
    expect(await reading).toBe(line);
    expect(onlyPid()).not.toBe(pid);
    expect(replaced).toEqual(['it ended with SIGKILL']);
  });

  it('gives a reading up when the second reader is killed under it too', async () => {
    const refusal = expect(textOf(long)).rejects.toThrow(ReaderLost);
    for (let kills = 0; kills < 2; kills++) {
      await vi.waitUntil(() => pool.state().busy === 1, { timeout: 5_000 });
      process.kill(onlyPid(), 'SIGKILL');
      await vi.waitUntil(() => replaced.length === kills + 1, { timeout: 5_000 });
    }
    await refusal;
    expect(await textOf(short)).toBe(line);
  });

  it('replaces a reader that died while nobody asked anything of it', async () => {
    process.kill(onlyPid(), 'SIGKILL');
    await vi.waitUntil(() => replaced.length === 1, { timeout: 5_000 });
    expect(await textOf(short)).toBe(line);
  });

  it('ends and replaces a reader that hangs, when the time for its reading is over', async () => {
    await startWith({ deadlineMs: 1_000 });
    const pid = onlyPid();
    process.kill(pid, 'SIGSTOP');
    await expect(textOf(short)).rejects.toThrow(DeadlineExceeded);
    await vi.waitUntil(() => !isAlive(pid) && isAlive(onlyPid()), { timeout: 5_000 });
    expect(onlyPid()).not.toBe(pid);
    expect([pool.state().replaced, replaced]).toEqual([1, ['its reading took longer than 1000 ms']]);
  });

  it('counts the wait in the queue towards the deadline', async () => {
    await startWith({ deadlineMs: 400 });
    const pid = onlyPid();
    const refusals = [expect(textOf(long)).rejects.toThrow(DeadlineExceeded), expect(textOf(long)).rejects.toThrow(DeadlineExceeded)];
    await Promise.all(refusals);
    expect(pool.state()).toMatchObject({ busy: 0, queued: 0 });
    await vi.waitUntil(() => !isAlive(pid), { timeout: 1_000 });
  });

  it('frees the core within a second when a reading is called off', async () => {
    const [pid, caller] = [onlyPid(), new AbortController()];
    const refusal = expect(pool.read(long, english, caller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await wait(200);
    caller.abort();
    await refusal;
    await vi.waitUntil(() => !isAlive(pid), { timeout: 1_000 });
    expect(await textOf(short)).toBe(line);
  });

  it('lets a reading that waits leave the queue without harm to the one at work', async () => {
    const [pid, caller] = [onlyPid(), new AbortController()];
    const first = textOf(short);
    const second = pool.read(short, english, caller.signal);
    caller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(pool.state().queued).toBe(0);
    expect(await first).toBe(line);
    expect(onlyPid()).toBe(pid);
  });

  it('stops only when what it accepted is read, and takes nothing more', async () => {
    const [pid, reading] = [onlyPid(), textOf(short)];
    const stopped = pool.stop();
    await expect(textOf(short)).rejects.toThrow(PoolBusy);
    expect(await reading).toBe(line);
    await stopped;
    expect([isAlive(pid), pool.pids()]).toEqual([false, []]);
  });

  it('says why when it cannot start', async () => {
    await expect(ReaderPool.start({ ...settings, warmLanguages: ['tlh'] })).rejects.toThrow(/could not start.*tlh/s);
  });
});
