import type { ImageCaps } from '../image/inspect.js';
import { engineLanguages } from '../language.js';
import { builtFile } from '../reader/built-file.js';
import type { Reading } from '../reading.js';
import { Call } from './call.js';
import { PoolBusy, ReaderLost } from './errors.js';
import { residentBytes } from './resident-memory.js';
import { Seat } from './seat.js';

export interface ReaderPoolSettings {
  processes: number;
  /** Readings that may wait while every process is busy. */
  maxQueued: number;
  /** For one reading, its waiting included. */
  deadlineMs: number;
  caps: ImageCaps;
  /** Engine codes, in the order in which most readings will ask for them. They are loaded before the pool counts as started. */
  warmLanguages?: readonly string[];
  /** Told whenever a process had to be replaced or could not start, with the reason and without anything of the picture. */
  onReplaced?: (why: string) => void;
}

/** A picture that kills two readers in a row will kill the third. */
const MOST_LOSSES = 2;

/** Reads pictures in child processes, one at a time each, so that no picture can stop, crash or fill the process that asked. */
export class ReaderPool {
  readonly #seats: Seat[];
  readonly #queue: Call[] = [];
  readonly #open = new Set<Promise<Reading>>();
  #replaced = 0;
  #stopped: Promise<void> | undefined;

  private constructor(private readonly settings: ReaderPoolSettings) {
    const entry = builtFile('pool/reader-process.js');
    const orders = { caps: settings.caps, warmLanguages: settings.warmLanguages ?? [] };
    const watcher = {
      onFree: () => this.#serve(),
      onLost: (call: Call | null, why: string) => this.#lose(call, why),
      onStartFailed: (why: string) => settings.onReplaced?.(`a reader could not start: ${why}`),
    };
    this.#seats = Array.from({ length: settings.processes }, () => new Seat(entry, orders, watcher));
  }

  /** Resolves when every process is ready, and fails when one cannot start: a broken install should say so at once and not at the first call. */
  static async start(settings: ReaderPoolSettings): Promise<ReaderPool> {
    const pool = new ReaderPool(settings);
    try {
      await Promise.all(pool.#seats.map((seat) => seat.start()));
      return pool;
    } catch (error) {
      await pool.stop();
      throw error;
    }
  }

  /** Rejects with `Unreadable`, `PoolBusy`, `DeadlineExceeded`, `ReaderLost` or the signal's reason. */
  async read(file: Uint8Array, { languages }: { languages: readonly string[] }, signal?: AbortSignal): Promise<Reading> {
    signal?.throwIfAborted();
    const unknown = languages.find((code) => !engineLanguages.some((language) => language.code === code));
    if (unknown !== undefined || languages.length === 0) throw new RangeError(`Not a language of this engine: ${unknown ?? 'none given'}`);
    if (this.#stopped) throw new PoolBusy('The pool is closing');
    if (this.#queue.length >= this.settings.maxQueued && !this.#seats.some((seat) => seat.isFree)) {
      throw new PoolBusy(`All ${this.#seats.length} readers are at work and ${this.#queue.length} readings wait`);
    }
    const call = new Call({ file, languages }, this.settings.deadlineMs, signal, (given, why) => this.#giveUp(given, why));
    this.#queue.push(call);
    this.#serve();
    this.#open.add(call.reading);
    return call.reading.finally(() => this.#open.delete(call.reading));
  }

  state(): { total: number; busy: number; queued: number; replaced: number } {
    return { total: this.#seats.length, busy: this.#seats.filter((seat) => seat.call !== null).length, queued: this.#queue.length, replaced: this.#replaced };
  }

  /** Of all reader processes together; 0 on systems without /proc. */
  async memoryBytes(): Promise<number> {
    const each = await Promise.all(this.pids().map(residentBytes));
    return each.reduce((sum, bytes) => sum + bytes, 0);
  }

  pids(): number[] {
    return this.#seats.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Takes no more, lets what was accepted finish within its deadline, then ends the processes. */
  stop(): Promise<void> {
    this.#stopped ??= Promise.allSettled(this.#open).then(async () => void (await Promise.all(this.#seats.map((seat) => seat.close()))));
    return this.#stopped;
  }

  #serve(): void {
    for (const seat of this.#seats) {
      if (!seat.isFree) continue;
      const call = this.#queue.shift();
      if (!call) return;
      seat.serve(call);
    }
  }

  #giveUp(call: Call, why: string): void {
    const place = this.#queue.indexOf(call);
    if (place >= 0) this.#queue.splice(place, 1);
    const seat = this.#seats.find((candidate) => candidate.call === call);
    if (!seat) return;
    seat.evict();
    this.#countReplaced(why);
  }

  #lose(call: Call | null, why: string): void {
    this.#countReplaced(why);
    if (!call) return;
    call.losses++;
    if (call.losses >= MOST_LOSSES) return call.fail(new ReaderLost(`${MOST_LOSSES} readers in a row ended in the middle of this reading`));
    // To the front: it has waited its turn once.
    this.#queue.unshift(call);
    this.#serve();
  }

  #countReplaced(why: string): void {
    this.#replaced++;
    this.settings.onReplaced?.(why);
  }
}
