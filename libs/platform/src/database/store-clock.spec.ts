import { afterEach, expect, it, vi } from 'vitest';
import { StoreClock } from './store-clock.js';

const HOUR_MS = 3_600_000;
const noon = new Date('2026-11-22T04:00:00.000Z');
const away = () => Promise.reject(new Error('the store is away'));
const near = (ms: number, of: number) => expect(Math.abs(ms - of)).toBeLessThan(500);

afterEach(() => void vi.useRealTimers());

it('tells the time of the store, whatever the machine believes', async () => {
  near((await StoreClock.start(async () => noon)).now().getTime(), noon.getTime());
});

it.each([5, -5])('does not step when the clock of the machine is set by %i hours', async (hours) => {
  const clock = await StoreClock.start(async () => noon);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + hours * HOUR_MS);
  near(clock.now().getTime(), noon.getTime());
});

it('goes on while the store is away, and believes it again when it is back', async () => {
  let ask: () => Promise<Date> = async () => noon;
  const clock = await StoreClock.start(() => ask());
  ask = away;
  await clock.look();
  near(clock.now().getTime(), noon.getTime());
  ask = async () => new Date(noon.getTime() + HOUR_MS);
  await clock.look();
  near(clock.now().getTime(), noon.getTime() + HOUR_MS);
});

it('starts by the clock of the machine when the store is not there yet', async () => {
  near((await StoreClock.start(away)).now().getTime(), Date.now());
});
