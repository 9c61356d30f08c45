import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DiskFull, PoolBusy } from '@inkproof/engine';
import { isStoreUnavailable, type Queue, type QueueName, type Taken } from '@inkproof/platform';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HoldDocuments } from './hold-documents.js';
import type { CallEntry } from './queued-readers.js';
import type { DocumentEntry, RunDocument } from './run-document.js';
import type { ServeCall } from './serve-call.js';

/** Documents beyond those that are read: one that is being opened or written down. */
const SPARE = 1;
/** Calls are small, and the pool itself lets them pass the jobs. */
const CALLS_PER_READER = 4;
/** A store that is gone for so long takes the entry back by itself. */
const PATIENCE_MS = 8_000;
const TRY_EVERY_MS = 250;
/** A pool that is full has readers at work: it is asked again for as long as it takes. So is one whose disk is full, which somebody has to clear. */
const ASK_POOL_EVERY_MS = 1_000;
const TRY_DISK_EVERY_MS = 5_000;

/** Takes work from the queue for as long as the worker runs. */
export class WorkOffQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly queue: Queue,
    private readonly run: RunDocument,
    private readonly serve: Pick<ServeCall, 'for'>,
    private readonly holding: Pick<HoldDocuments, 'start' | 'hold'>,
    private readonly readers: number,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.holding.start();
    await this.#work<DocumentEntry>('document', this.readers + SPARE, async (taken) => ((await this.holding.hold(taken)) ? undefined : this.run.for(taken)));
    await this.#work<DocumentEntry>('lost-document', 1, (taken) => this.run.lost(taken));
    await this.#work<CallEntry>('call', this.readers * CALLS_PER_READER, (taken) => this.serve.for(taken));
  }

  /** What cannot be finished in a few seconds is given back, with the pages that are there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.stop();
  }

  #work<Data extends object>(name: QueueName, atOnce: number, handle: (taken: Taken<Data>) => Promise<void>): Promise<void> {
    return this.queue.work<Data>(name, atOnce, (taken) =>
      patiently(taken, handle, this.log).catch((error: unknown) => {
        // What was taken away, or has no store, comes up again by itself. Anything else would do so unseen.
        if (!taken.signal.aborted && !isStoreUnavailable(error)) this.log.error({ err: error, queue: name, entry: taken.data, tries_before: taken.triesBefore }, 'a fault of ours');
        throw error;
      }),
    );
  }
}

/**
 * An entry that fails because the store is away is tried again here: giving it back would need the store too. So is one
 * for which the pool or its disk has no room: giving it back counts as a worker that died of it.
 */
const patiently = async <Data>(taken: Taken<Data>, handle: (taken: Taken<Data>) => Promise<void>, log: Logger): Promise<void> => {
  let awaySinceMs: number | undefined;
  for (;;) {
    const beganMs = performance.now();
    try {
      return await handle(taken);
    } catch (error) {
      const isFull = error instanceof DiskFull;
      const isBusy = isFull || error instanceof PoolBusy;
      if (taken.signal.aborted || !(isBusy || isStoreUnavailable(error))) throw error;
      if (isFull) log.warn({ err: error }, 'a document waits for room on the disk for temporary files');
      const nowMs = performance.now();
      // What went well for so long before it failed had a store.
      if (isBusy || nowMs - beganMs >= PATIENCE_MS) awaySinceMs = undefined;
      if (!isBusy && nowMs - (awaySinceMs ??= nowMs) >= PATIENCE_MS) throw error;
      await sleep(isFull ? TRY_DISK_EVERY_MS : isBusy ? ASK_POOL_EVERY_MS : TRY_EVERY_MS, undefined, { signal: taken.signal });
    }
  }
};
