import type { News } from './news.js';

/** A line on which nothing is said for longer is taken for dead by some that lie between. */
const SAY_SOMETHING_EVERY_MS = 15_000;

/**
 * Tells that something changed, and when, for as long as somebody follows: once at first, because it may have changed before
 * they did, and then at every news of the topic. Undefined now and then, to say that the line lives. Several news at once are one.
 */
export async function* changesOf(news: News, topic: string, forMs: number, signal: AbortSignal): AsyncGenerator<Date | undefined> {
  const untilMs = performance.now() + forMs;
  let has = true;
  let wake = (): void => {};
  const told = (): void => {
    has = true;
    wake();
  };
  const stop = news.hear(topic, told);
  signal.addEventListener('abort', told, { once: true });
  try {
    for (;;) {
      const changed = has;
      has = false;
      yield changed ? new Date(performance.timeOrigin + performance.now()) : undefined;
      const leftMs = untilMs - performance.now();
      if (leftMs <= 0 || signal.aborted) return;
      if (has) continue;
      await new Promise<void>((resolve) => {
        // A timer may fire a little early, and nothing is to be said between that and the end.
        const patience = setTimeout(resolve, Math.min(leftMs + 2, SAY_SOMETHING_EVERY_MS));
        wake = () => (clearTimeout(patience), resolve());
      });
      if (signal.aborted || (!has && performance.now() >= untilMs)) return;
    }
  } finally {
    stop();
    signal.removeEventListener('abort', told);
  }
}
