import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { DeadlineExceeded, Places, PoolBusy, type Place, type Reading, type ReadRequest } from '@inkproof/engine';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { telling, type Config, type Database, type News, type ObjectStore, type Queue } from '@inkproof/platform';
import { packCall, readingOf, type CallAnswer } from '../model/call-letter.js';
import type { InstalledReader } from '../model/engine-options.js';
import type { NodeStore } from '../store/node-store.js';
import { Readers, type OpenRequest, type PlaceRequest } from './readers.js';

/** What the queue holds of a call: ids. */
export interface CallEntry {
  tenantId: Id<'ten'>;
  callId: string;
}

export const requestId = (callId: string): string => `obj_${callId}_request`;
export const answerId = (callId: string): string => `obj_${callId}_answer`;
export const stopTopic = (callId: string): string => `${callId}/stop`;

/** News are heard at once; this is for a line that is down. */
const LOOK_AT_LEAST_EVERY_MS = 1_000;
const LOOK_AT_WORKERS_EVERY_MS = 5_000;
/** Started together, this node is up before the first worker has told what it can. */
const LOOK_FOR_WORKERS_EVERY_MS = 250;

/** For a node without readers: its calls go through the queue to whichever worker is free, ahead of all jobs. */
export class QueuedReaders extends Readers implements OnApplicationBootstrap, OnApplicationShutdown {
  #waiting = 0;
  /** Of calls that are not in the queue yet. */
  readonly #places = new Places();
  #installed: readonly InstalledReader[] = [];
  #timer?: NodeJS.Timeout;
  #isStopped = false;

  constructor(
    /** Of a pool without processes: headers are looked at here. */
    private readonly headers: Readers,
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly queue: Queue,
    private readonly news: News,
    private readonly nodes: NodeStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly config: { readers: Pick<Config['readers'], 'processes' | 'maxQueued'> },
  ) {
    super();
  }

  open(request: OpenRequest): ReturnType<Readers['open']> {
    return this.headers.open(request);
  }

  installed(): readonly InstalledReader[] {
    return this.#installed;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.readers.processes > 0) return;
    await this.#look();
  }

  onApplicationShutdown(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Nobody may fill the queue, and no tenant more than half of it. Those that only hold places may yet leave without coming, and are waited for. */
  async place({ lane }: PlaceRequest): Promise<Place> {
    const { maxQueued } = this.config.readers;
    for (;;) {
      if (this.#installed.length === 0) throw new PoolBusy('No worker is up');
      if (this.#waiting > maxQueued) throw new PoolBusy(`${this.#waiting} calls of this node wait for a worker`);
      const { held } = this.#places;
      const ofLane = held.filter((place) => place.lane === lane);
      if (held.length <= maxQueued && ofLane.length <= maxQueued / 2) {
        // Taken before the queue is looked at, so that not all of a burst look at it.
        const place = this.#places.take(lane);
        const { all, own } = await this.#queued(lane).catch((error: unknown) => (place.leave(), Promise.reject(error)));
        if (all + held.length <= maxQueued && own + ofLane.length <= maxQueued / 2) return place;
        place.leave();
        if (all > maxQueued || own > maxQueued / 2) throw new PoolBusy(`${all} calls wait for a worker`);
      }
      if (this.#places.held.length > 0) await this.#places.change();
    }
  }

  /** Lanes are tenants here. */
  #queued(lane: string): Promise<{ all: number; own: number }> {
    return this.database.changeAsTenant(lane as Id<'ten'>, (run) => this.queue.waiting(run, 'call', lane));
  }

  async read({ file, options, caps, lane, laneLimit, deadlineMs, place: held, signal }: ReadRequest): Promise<Reading> {
    signal?.throwIfAborted();
    const place = held ?? (await this.place({ lane, laneLimit }));
    const tenantId = lane as Id<'ten'>;
    const callId = this.ids.next('cal');
    const piece = { id: requestId(callId), class: 'call_letter', bytes: packCall({ options, caps, laneLimit, deadlineMs }, file), expiresAt: new Date(this.clock.now().getTime() + deadlineMs) };
    const given = AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])]);
    // Heard from before it is asked, and then from before each look, so that nothing falls between.
    const change = this.news.next(callId, LOOK_AT_LEAST_EVERY_MS, given);
    this.#waiting++;
    try {
      const row = await this.objects.lay(tenantId, piece);
      const queueId = await this.database.changeAsTenant(tenantId, async (run) => {
        await run(row);
        return this.queue.send(run, 'call', { tenantId, callId } satisfies CallEntry);
      });
      place.leave();
      return readingOf(await this.#answer(tenantId, callId, queueId, change, given, signal));
    } finally {
      place.leave();
      this.#waiting--;
    }
  }

  /** What the workers have; while the store is away, what they had. */
  async #look(): Promise<void> {
    this.#installed = await this.nodes.installed().catch(() => this.#installed);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#look(), this.#installed.length > 0 ? LOOK_AT_WORKERS_EVERY_MS : LOOK_FOR_WORKERS_EVERY_MS);
  }

  async #answer(tenantId: Id<'ten'>, callId: string, queueId: string, change: Promise<void>, given: AbortSignal, hungUp?: AbortSignal): Promise<CallAnswer> {
    try {
      for (let next = change; ; ) {
        await next;
        next = this.news.next(callId, LOOK_AT_LEAST_EVERY_MS, given);
        const answer = await this.objects.get(tenantId, answerId(callId));
        if (answer) return JSON.parse(answer.toString('utf8')) as CallAnswer;
        hungUp?.throwIfAborted();
        if (given.aborted) throw new DeadlineExceeded('No worker read it in time');
      }
    } finally {
      void this.#forget(tenantId, callId, queueId);
    }
  }

  /** Whether it was answered or given up: nothing of it stays, and a worker that is still at it stops. */
  async #forget(tenantId: Id<'ten'>, callId: string, queueId: string): Promise<void> {
    const forget = this.database.changeAsTenant(tenantId, async (run) => {
      await this.objects.erase(run, tenantId, [requestId(callId), answerId(callId)]);
      await this.queue.drop(run, 'call', [queueId]);
      await run(telling(stopTopic(callId)));
    });
    // What is left behind here expires by itself.
    await forget.catch(() => {});
  }
}
