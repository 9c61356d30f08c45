import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { News } from './news.js';

/** News tell of every change, and of a line that broke and is back. What went wrong with a look alone is made good so much later. */
const LOOK_EVERY_MS = 60_000;

/**
 * What the store holds and every call asks for, in the memory of this node. It is looked at anew at the news of its topic,
 * within milliseconds; until a look succeeds, what was known stands.
 */
export abstract class InMind<Value> implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #value: Value;
  #looking?: Promise<void> | undefined;
  #again = false;
  #timer?: NodeJS.Timeout;
  #deafen?: () => void;

  constructor(
    first: Value,
    private readonly topic: string,
    private readonly news: Pick<News, 'hear'>,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.#value = first;
  }

  /** How it stands in the store. */
  protected abstract read(): Promise<Value>;

  protected get value(): Value {
    return this.#value;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#deafen = this.news.hear(this.topic, () => void this.look());
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    await this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#deafen?.();
    await this.#looking;
  }

  /** One look at a time: news that come while one is under way are looked after next, so that no older answer stands. */
  look(): Promise<void> {
    this.#again = true;
    return (this.#looking ??= this.#look().finally(() => (this.#looking = undefined)));
  }

  async #look(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.read().then((value) => (this.#value = value), this.onTrouble);
    }
  }
}
