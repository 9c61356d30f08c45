import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { isStoreUnavailable } from './unavailable.js';
import { within } from './within.js';

it('answers what comes in time', async () => {
  await expect(within(1_000, sleep(5, 'here'))).resolves.toBe('here');
});

it('passes on the error of what failed in time', async () => {
  const fault = new Error('permission denied');
  await expect(within(1_000, Promise.reject(fault))).rejects.toBe(fault);
});

it('says in time that the store cannot be reached', async () => {
  const startedMs = performance.now();
  const error: unknown = await within(30, new Promise(() => {})).catch((late: unknown) => late);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  expect(error).toMatchObject({ code: 'ETIMEDOUT', message: 'The store did not answer within 30 ms' });
  expect(isStoreUnavailable(error)).toBe(true);
});

it('drops what comes too late, an error too', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const late = sleep(30).then(() => {
    throw new Error('too late');
  });
  await expect(within(5, late)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  await sleep(60);
  expect(unhandled).toEqual([]);
});

it('leaves no timer behind that would hold a process up', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await Promise.all([within(60_000, Promise.resolve()), within(60_000, Promise.reject(new Error('x'))).catch(() => {})]);
  expect(timers()).toBeLessThanOrEqual(before);
});
