import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Rounds } from './rounds.js';

const LONG_MS = 60_000;

it('goes on at once while more waits, and pauses when nothing does', async () => {
  let left = 5;
  const rounds = new Rounds(() => Promise.resolve(--left > 0), LONG_MS);
  rounds.start();
  await expect.poll(() => left).toBe(0);
  await sleep(50);
  expect(left).toBe(0);
  await rounds.stop();
});

it('stops out of a pause without waiting for it, and begins no other round', async () => {
  let begun = 0;
  const rounds = new Rounds(() => Promise.resolve(++begun < 1), LONG_MS);
  rounds.start();
  await expect.poll(() => begun).toBe(1);
  await rounds.stop();
  expect(begun).toBe(1);
});

it('lets the round that is under way end before it has stopped', async () => {
  let ended = 0;
  const rounds = new Rounds(async () => (await sleep(60), ++ended > 0), LONG_MS);
  rounds.start();
  await sleep(10);
  await rounds.stop();
  expect(ended).toBe(1);
});
