import { tmpdir } from 'node:os';
import type { DocumentCaps, OpenOptions } from '../document/document.js';
import { builtFile } from '../reader/built-file.js';
import type { ReaderFacts } from '../recipe.js';
import type { DocumentFacts, Reading } from '../reading.js';
import { Call } from './call.js';
import { PoolBusy } from './errors.js';
import { FairQueue, type Urgency } from './fair-queue.js';
import type { Orders } from './message.js';
import { openHere } from './open-here.js';
import { PageErrand, type ErrandKeeper } from './page-errand.js';
import { Places, type Place } from './places.js';
import { Porter, type OpenedFor } from './porter.js';
import type { PoolState, ReaderPoolSettings, ReadRequest } from './read-request.js';
import { residentBytes } from './resident-memory.js';
import { Seat } from './seat.js';

const DEFAULTS = { warm: [], native: null, models: null, niceness: 0, pageDeadlineMs: 60_000, pagesPerReader: 500, memoryBytesPerReader: 2 ** 30 };
const WATCH_EVERY_MS = 250;
/** No lane fills the queue alone: what it may not have is there for the others. */
const LANE_SHARE = 0.5;
/** That a page may use while it is alone and there is a seat whose core is free for the second. */
const THREADS_ALONE = 2;
/** Jobs wait in the pool only so that a seat finds the next one without asking: these many for each seat. */
const JOBS_PER_SEAT = 2;

/** Reads documents in child processes, page by page, so that none can stop, crash or fill the process that asked, and none holds up the others. */
export class ReaderPool {
  readonly #seats: Seat<PageErrand>[];
  readonly #porter: Porter;
  readonly #queue = new FairQueue<PageErrand>();
  readonly #open = new Set<Call>();
  readonly #places = new Places();
  readonly #watch: NodeJS.Timeout;
  readonly #keeper: ErrandKeeper = {
    add: (errand) => {
      this.#queue.add(errand);
      this.#serve();
    },
    addFirst: (errand) => {
      this.#queue.addFirst(errand);
      this.#serve();
    },
  };
  #documents = 0;
  #replaced = 0;
  #recycled = 0;
  #readers: readonly ReaderFacts[] = [];
  #stopped: Promise<void> | undefined;
  readonly #orders: Orders;

  private constructor(private readonly settings: ReaderPoolSettings, entry: string) {
    const { warm, native, models, niceness, ...limits } = { ...DEFAULTS, ...settings };
    this.#orders = { warm, native: native && { folder: tmpdir(), ...native }, models, niceness, threads: settings.processes > 1 ? THREADS_ALONE : 1 };
    const rules = { entry, orders: this.#orders, ...limits };
    const watcher = {
      threads: () => this.#threads(),
      onFree: () => this.#serve(),
      onLeft: (errand: PageErrand) => this.#queue.done(errand),
      onReplaced: (why: string) => this.#countReplaced(why),
      onRecycled: () => void this.#recycled++,
      onStartFailed: (why: string) => settings.onReplaced?.(`a reader could not start: ${why}`),
    };
    this.#seats = Array.from({ length: settings.processes }, () => new Seat(rules, watcher));
    this.#porter = new Porter(settings.maxQueued + settings.processes, niceness, (why) => settings.onReplaced?.(why));
    this.#watch = setInterval(() => void this.#watchMemory(), WATCH_EVERY_MS).unref();
  }

  /** Resolves when every process is ready, and fails when one cannot start: a broken install should say so at once and not at the first call. */
  static async start(settings: ReaderPoolSettings, entry = builtFile('pool/reader-process.js')): Promise<ReaderPool> {
    const pool = new ReaderPool(settings, entry);
    try {
      const seats = pool.#seats.map((seat, index) => seat.start({ ...pool.#orders, introduces: index === 0 }));
      const [readers = []] = (await Promise.all([Promise.all(seats), pool.#porter.start()]))[0];
      pool.#readers = readers;
      return pool;
    } catch (error) {
      await pool.stop();
      throw error;
    }
  }

  /** The header alone: what the document is, and which of its pages were asked for. Rejects with `Unreadable` when it cannot be read, or with `PoolBusy`. */
  async open(file: Uint8Array, options: OpenOptions, caps: DocumentCaps, by: OpenedFor): Promise<{ facts: DocumentFacts; pages: readonly number[] }> {
    if (this.#stopped) throw new PoolBusy('The pool is closing');
    const { facts, pages } = (await openHere(file, options, caps)) ?? (await this.#porter.open(file, options, caps, by));
    return { facts, pages };
  }

  /** Rejects with `Unreadable`, `NotReplayable`, `PoolBusy`, `DiskFull`, `DeadlineExceeded`, `ReaderLost` or the signal's reason. */
  async read(request: ReadRequest): Promise<Reading> {
    request.signal?.throwIfAborted();
    const { place } = request;
    const lack = this.#stopped || !place || !this.#places.use(place) ? this.#lackOfRoom(request, this.#places.held) : undefined;
    if (lack) throw lack;
    const call = new Call(++this.#documents, request, { readers: () => this.#readers, onSettled: (settled, givenUp) => this.#settle(settled, givenUp) });
    this.#open.add(call);
    this.#keeper.add(new PageErrand(call, null, this.#keeper));
    return call.reading;
  }

  /** For a call that is about to come. Rejects with `PoolBusy` when it would be turned away; those that only hold places may yet leave, and are waited for. */
  async place({ lane, laneLimit }: Pick<ReadRequest, 'lane' | 'laneLimit'>): Promise<Place> {
    const request = { lane, laneLimit, urgency: 'call' } as const;
    for (;;) {
      const lack = this.#lackOfRoom(request, []);
      if (lack) throw lack;
      if (!this.#lackOfRoom(request, this.#places.held)) return this.#places.take(lane);
      await this.#places.change();
    }
  }

  /** Documents of jobs that may be asked for now. */
  room(): number {
    const jobs = [...this.#open].filter(({ request }) => request.urgency === 'job').length;
    return this.#stopped ? 0 : Math.max(0, this.#seats.length * JOBS_PER_SEAT - jobs);
  }

  /** The readers that can be asked for here. */
  readers(): readonly ReaderFacts[] {
    return this.#readers;
  }

  state(): PoolState {
    const seats = this.#seats.map(({ state }) => state);
    return { total: seats.length, busy: seats.filter(({ isBusy }) => isBusy).length, queued: this.#waiting('call').length + this.#waiting('job').length, replaced: this.#replaced, recycled: this.#recycled, seats };
  }

  /** Of all processes together; 0 on systems without /proc. */
  async memoryBytes(): Promise<number> {
    const each = await Promise.all([...this.pids(), ...this.#porter.pids()].map(residentBytes));
    return each.reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Of the readers. */
  pids(): number[] {
    return this.#seats.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Takes no more, lets what was accepted finish within its deadline, then ends the processes. */
  stop(): Promise<void> {
    this.#stopped ??= Promise.allSettled([...this.#open].map(({ reading }) => reading)).then(async () => {
      clearInterval(this.#watch);
      await Promise.all([this.#porter.close(), ...this.#seats.map((seat) => seat.close())]);
    });
    return this.#stopped;
  }

  #waiting(urgency: Urgency): Call[] {
    return [...this.#open].filter((call) => !call.hasBegun && call.request.urgency === urgency);
  }

  /** One law for those that come and for those that ask for a place first; whoever holds one has a seat while one is free for it, and waits otherwise. */
  #lackOfRoom({ lane, laneLimit, urgency }: Pick<ReadRequest, 'lane' | 'laneLimit' | 'urgency'>, places: readonly Place[]): PoolBusy | undefined {
    if (this.#stopped || this.#seats.length === 0) return new PoolBusy(this.#stopped ? 'The pool is closing' : 'There are no readers here');
    const free = this.#seats.filter((seat) => seat.isFree).length;
    const ofLane = Math.min(free, Math.max(0, laneLimit - this.#queue.atWork(lane)));
    const held = urgency === 'call' ? places : [];
    const heldByLane = held.filter((place) => place.lane === lane);
    if (held.length < free && heldByLane.length < ofLane) return undefined;
    const { maxQueued } = this.settings;
    const calls = this.#waiting(urgency);
    const waiting = calls.length + Math.max(0, held.length - free);
    if (waiting >= maxQueued) return new PoolBusy(`All ${this.#seats.length} readers are at work and ${waiting} ${urgency}s wait`);
    const own = calls.filter((call) => call.request.lane === lane).length + Math.max(0, heldByLane.length - ofLane);
    if (own >= Math.ceil(maxQueued * LANE_SHARE)) return new PoolBusy(`${own} ${urgency}s of the same caller wait already`);
    return undefined;
  }

  /** A page has a second thread where nobody waits and no fewer seats are free than at work: then a core is free for each of those. */
  #threads(): number {
    const free = this.#seats.filter((seat) => seat.isFree).length;
    const busy = this.#seats.filter((seat) => seat.errand !== null).length;
    return this.#queue.isEmpty && free >= busy ? THREADS_ALONE : 1;
  }

  #serve(): void {
    for (;;) {
      const free = this.#seats.filter((seat) => seat.isFree);
      const errand = free.length > 0 ? this.#queue.take() : undefined;
      if (!errand) return;
      errand.call.hasBegun = true;
      // Where its document lies already, it need not be sent again.
      (free.find((seat) => seat.holds(errand.document.document)) ?? free[0])?.serve(errand);
    }
  }

  #settle(call: Call, givenUp: string | null): void {
    this.#open.delete(call);
    this.#queue.drop((errand) => errand.call === call);
    for (const seat of this.#seats) {
      if (givenUp !== null && seat.errand?.call === call) seat.evict(givenUp);
      else seat.forget(call.document.document);
    }
  }

  async #watchMemory(): Promise<void> {
    await Promise.all([this.#porter.watchMemory(), ...this.#seats.map((seat) => seat.watchMemory())]);
  }

  #countReplaced(why: string): void {
    this.#replaced++;
    this.settings.onReplaced?.(why);
  }
}
