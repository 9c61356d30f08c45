import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Database, News } from '@inkproof/platform';
import type { DoorWindow } from '../model/door.js';
import type { WindowStore } from '../store/window-store.js';
import { MAINTENANCE_NEWS } from './window-book.js';

/**
 * What was announced and is not over, in the memory of this node, so that no call asks the store for it. News of every move
 * come within milliseconds; a line that broke tells of itself when it is back, and then is looked anew.
 */
export class KeepDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #windows: readonly DoorWindow[] = [];
  #looking?: Promise<void> | undefined;
  #again = false;
  #release?: () => void;

  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly news: News,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#release = this.news.hear(MAINTENANCE_NEWS, () => void this.look());
    await this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#release?.();
    await this.#looking;
  }

  get windows(): readonly DoorWindow[] {
    return this.#windows;
  }

  /** One look at a time: news that come while one is under way are looked after next, so that no older answer stands. */
  look(): Promise<void> {
    this.#again = true;
    return (this.#looking ??= this.#look().finally(() => (this.#looking = undefined)));
  }

  async #look(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.database
        .asProvider((tx) => this.store.standing(tx))
        .then((windows) => (this.#windows = windows.map(({ id, state, restored, now: { startsAt, endsAt, plans, impacts } }) => ({ id, state, restored, startsAt, endsAt, plans, impacts }))))
        .catch(this.onTrouble);
    }
  }
}
