import { InMind, type Database, type News } from '@inkproof/platform';
import type { DoorWindow } from '../model/door.js';
import type { WindowStore } from '../store/window-store.js';
import { MAINTENANCE_NEWS } from './window-book.js';

/** What was announced and is not over, in the memory of this node, so that no call asks the store for it. */
export class KeepDoor extends InMind<readonly DoorWindow[]> {
  readonly #hearers: ((windows: readonly DoorWindow[]) => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    news: News,
    onTrouble: (error: unknown) => void,
  ) {
    super([], MAINTENANCE_NEWS, news, onTrouble);
  }

  get windows(): readonly DoorWindow[] {
    return this.value;
  }

  /** Calls back at once, and after every look. */
  hear(hear: (windows: readonly DoorWindow[]) => void): void {
    this.#hearers.push(hear);
    hear(this.value);
  }

  override async look(): Promise<void> {
    await super.look();
    for (const hear of this.#hearers) hear(this.value);
  }

  protected async read(): Promise<readonly DoorWindow[]> {
    const windows = await this.database.asProvider((tx) => this.store.standing(tx));
    return windows.map(({ id, state, restored, now: { startsAt, endsAt, plans, impacts } }) => ({ id, state, restored, startsAt, endsAt, plans, impacts }));
  }
}
