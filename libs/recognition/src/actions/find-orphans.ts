import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PRESENCE, type Database, type Queue } from '@inkproof/platform';
import type { Logger } from 'pino';

const LOOK_EVERY_MS = 1_000;

/**
 * Gives documents of workers that died to others. The queue would miss their heartbeat too, but not for many seconds;
 * the store knows at once when a process is gone. A machine that vanished without a word is left to the heartbeat.
 */
export class FindOrphans implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();
  /** As of the last look. A worker whose line only broke has it back by the next. */
  #suspects = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => (this.#looking = this.look().catch((error: unknown) => this.log.debug({ err: error }, 'orphans could not be looked for'))), LOOK_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async look(): Promise<void> {
    const orphans = await this.database.askAll<{ queue_id: string }>('gate_find_orphans', PRESENCE);
    const tries = orphans.length ? await this.queue.triesOf('document', orphans.map(({ queue_id }) => queue_id)) : new Map<string, number>();
    const lost = [...tries].filter(([id, triesBefore]) => this.#suspects.get(id) === triesBefore);
    this.#suspects = tries;
    await this.queue.giveBack('document', lost.map(([id, triesBefore]) => ({ id, triesBefore })));
  }
}
