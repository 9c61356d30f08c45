import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interleave } from './testing/interleave.js';

/** `npm run bench -- bleed` asks for a hundred thousand. */
const REQUESTS = Number(process.env.BLEED_REQUESTS ?? 1_500);
const PATIENCE_MS = 30_000 + REQUESTS * 10;

let spec: SpecDatabase;
let owner: pg.Client;
beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await spec.drop();
});

it('shows no request the rows of another, however requests share five connections and break off', async () => {
  const { bled, finished, broken } = await interleave(spec.url, owner, { requests: REQUESTS, seed: 7 });
  expect(bled).toEqual([]);
  expect(finished + broken).toBe(REQUESTS);
  // It would show nothing if everything broke off, or nothing did.
  for (const some of [finished, broken]) expect(some).toBeGreaterThan(REQUESTS / 10);
}, PATIENCE_MS);
