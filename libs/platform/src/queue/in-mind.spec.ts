import { expect, it } from 'vitest';
import { InMind } from './in-mind.js';

/** Answers each look when it is told to. */
class Slow extends InMind<string> {
  readonly #waiting: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  readonly troubles: unknown[];

  constructor(hear: (topic: string, hear: () => void) => () => void) {
    const troubles: unknown[] = [];
    super('nothing yet', 'topic', { hear }, (error) => troubles.push(error));
    this.troubles = troubles;
  }

  get known(): string {
    return this.value;
  }

  get looks(): number {
    return this.#waiting.length;
  }

  protected read(): Promise<string> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async answer(look: number, value: string | Error): Promise<void> {
    const { resolve, reject } = this.#waiting[look]!;
    if (value instanceof Error) reject(value);
    else resolve(value);
    await new Promise(setImmediate);
  }
}

it('looks again after news that come during a look, one at a time, so that no older answer stands', async () => {
  let news: () => void = () => {};
  const slow = new Slow((_, hear) => ((news = hear), () => {}));
  const up = slow.onApplicationBootstrap();
  news();
  news();
  expect(slow.looks).toBe(1);
  await slow.answer(0, 'old');
  expect([slow.looks, slow.known]).toEqual([2, 'old']);
  await slow.answer(1, 'new');
  await up;
  expect([slow.looks, slow.known]).toEqual([2, 'new']);
  await slow.beforeApplicationShutdown();
});

it('keeps what was known when a look fails, says so, and hears nothing once it ends', async () => {
  let deaf = false;
  const slow = new Slow(() => () => void (deaf = true));
  const up = slow.onApplicationBootstrap();
  await slow.answer(0, 'known');
  await up;
  const again = slow.look();
  await slow.answer(1, new Error('away'));
  await again;
  expect([slow.known, slow.troubles]).toEqual(['known', [new Error('away')]]);
  await slow.beforeApplicationShutdown();
  expect(deaf).toBe(true);
});
