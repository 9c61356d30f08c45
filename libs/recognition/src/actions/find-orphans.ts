import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PRESENCE, Rounds, type Database, type Queue } from '@inkproof/platform';
import type { Logger } from 'pino';

const LOOK_EVERY_MS = 1_000;

/**
 * Gives documents and calls of workers that died to others. The queue would miss their heartbeat too, but not for many seconds;
 * the store knows at once when a process is gone. A machine that vanished without a word is left to the heartbeat.
 */
export class FindOrphans implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #rounds = new Rounds(() => this.#round(), LOOK_EVERY_MS);
  /** As of the last look. A worker whose line only broke has it back by the next. */
  #suspects = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#rounds.stop();
  }

  async look(): Promise<void> {
    const found = { document: await this.#documents(), call: await this.queue.orphans('call') };
    const before = this.#suspects;
    this.#suspects = new Map([...found.document, ...found.call]);
    for (const name of ['document', 'call'] as const) {
      const lost = [...found[name]].filter(([id, triesBefore]) => before.get(id) === triesBefore);
      await this.queue.giveBack(name, lost.map(([id, triesBefore]) => ({ id, triesBefore })));
    }
  }

  async #round(): Promise<false> {
    await this.look().catch((error: unknown) => this.log.debug({ err: error }, 'orphans could not be looked for'));
    return false;
  }

  async #documents(): Promise<Map<string, number>> {
    const orphans = await this.database.askAll<{ queue_id: string }>('gate_find_orphans', PRESENCE);
    return orphans.length ? this.queue.triesOf('document', orphans.map(({ queue_id }) => queue_id)) : new Map();
  }
}
