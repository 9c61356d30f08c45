import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Database, News } from '@inkproof/platform';
import type { Ending } from '../model/sunset-fields.js';
import type { ChangelogStore } from '../store/changelog-store.js';
import { CHANGELOG_NEWS } from './keep-changelog.js';

/** News can be missed; so much later at the latest this node knows all the same. */
const READ_EVERY_MS = 60_000;

/** Which calls will end, kept in memory: every answer asks. What is published is known within milliseconds on every node. */
export class KnowEndings implements OnApplicationBootstrap, OnApplicationShutdown {
  #endings: ReadonlyMap<string, Ending> = new Map();
  #timer?: NodeJS.Timeout;
  #deafen: () => void = () => {};

  constructor(
    private readonly database: Pick<Database, 'asProvider'>,
    private readonly store: ChangelogStore,
    private readonly news: Pick<News, 'hear'>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#deafen = this.news.hear(CHANGELOG_NEWS, () => void this.read());
    this.#timer = setInterval(() => void this.read(), READ_EVERY_MS);
    await this.read();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
    this.#deafen();
  }

  of(call: string): Ending | undefined {
    return this.#endings.get(call);
  }

  async read(): Promise<void> {
    try {
      const entries = await this.database.asProvider((tx) => this.store.deprecations(tx));
      // The one that was published first is the one people were told.
      this.#endings = new Map(entries.flatMap(({ id, calls, effectiveAt, sunsetAt, successor }) => calls.map((call) => [call, { entryId: id, call, deprecatedAt: effectiveAt, sunsetAt: sunsetAt!, successor }] as const)));
    } catch (error) {
      this.onTrouble(error);
    }
  }
}
