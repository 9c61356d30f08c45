import type { BeforeApplicationShutdown } from '@nestjs/common';
import { changesOf, type News, type StreamBudget } from '@inkproof/platform';
import { DESK_NEWS, newsOfTenant } from '../model/ticket-news.js';

/** Tells whoever looks at tickets that there is something new, within milliseconds of its being written. */
export class FollowTickets implements BeforeApplicationShutdown {
  readonly #stopping = new AbortController();

  constructor(
    private readonly news: News,
    private readonly streams: StreamBudget,
  ) {}

  beforeApplicationShutdown(): void {
    this.#stopping.abort();
  }

  ofTenant(tenantId: string, seconds: number, hungUp: AbortSignal): AsyncIterable<Date | undefined> {
    return this.#follow(newsOfTenant(tenantId), tenantId, seconds, hungUp);
  }

  atDesk(personId: string, seconds: number, hungUp: AbortSignal): AsyncIterable<Date | undefined> {
    return this.#follow(DESK_NEWS, personId, seconds, hungUp);
  }

  /** Whoever is refused is refused before anything is sent. */
  #follow(topic: string, who: string, seconds: number, hungUp: AbortSignal): AsyncIterable<Date | undefined> {
    const letGo = this.streams.hold(who);
    const changes = changesOf(this.news, topic, seconds * 1_000, AbortSignal.any([hungUp, this.#stopping.signal]));
    return (async function* () {
      try {
        yield* changes;
      } finally {
        letGo();
      }
    })();
  }
}
