// npm run fuzz: damaged files of every kind, opened and decoded in a child process. `npm run fuzz -- 50000 7` takes that many files and another seed.
// Fails when a child dies, hangs, fails without a refusal, or keeps growing.
import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bestNode, ensureInstalled } from './parts/install.mjs';

await ensureInstalled();
const { ensureBuilt } = await import('./parts/build.mjs');
ensureBuilt();
const { mutated, noise, oneOfEach } = await import('@inkproof/drawn-pages');

const [files, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)];
const HANGS_AFTER_MS = 10_000;
const GROWTH_BYTES = 200_000_000;

let child = null;
const start = async () => {
  child = fork(path.join(import.meta.dirname, 'fuzz/open-child.mjs'), { execPath: bestNode(), serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await new Promise((resolve) => child.once('message', resolve));
};

/** What came of one file; a child that does not come back from it is replaced. */
const open = async (file) => {
  const answer = await new Promise((resolve) => {
    const settle = (value) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', died);
      resolve(value);
    };
    const died = (code, signal) => settle({ outcome: `died of ${signal ?? code}` });
    const timer = setTimeout(() => settle({ outcome: 'hung' }), HANGS_AFTER_MS);
    child.once('message', settle).once('exit', died);
    child.send({ file });
  });
  if (answer.rssBytes === undefined) {
    child.kill('SIGKILL');
    await start();
  }
  return answer;
};

const seeds = Object.entries(await oneOfEach());
const random = noise(seed);
const outcomes = {};
const evil = /^(died|hung|fault)/;
let [slowestMs, settledBytes, largestBytes, folder] = [0, 0, 0, null];
const startedMs = performance.now();
await start();
for (let index = 0; index < files; index++) {
  const [name, whole] = seeds[index % seeds.length];
  const file = mutated(whole, random);
  const sinceMs = performance.now();
  const { outcome, rssBytes = 0 } = await open(file);
  slowestMs = Math.max(slowestMs, performance.now() - sinceMs);
  largestBytes = Math.max(largestBytes, rssBytes);
  if (index === Math.floor(files / 10)) settledBytes = largestBytes;
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (evil.test(outcome)) {
    folder ??= mkdtempSync(path.join(os.tmpdir(), 'inkproof-fuzz-'));
    writeFileSync(path.join(folder, `${index}-${name}`), file);
    console.log(`file ${index} (${name}): ${outcome}; kept in ${folder}`);
  }
}
child.kill('SIGKILL');

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
console.log(`${files} files, seed ${seed}, ${((performance.now() - startedMs) / 1000).toFixed(0)} s; slowest ${slowestMs.toFixed(0)} ms; memory ${megabytes(settledBytes)} after a tenth, ${megabytes(largestBytes)} at most`);
for (const [outcome, count] of Object.entries(outcomes).sort(([, one], [, other]) => other - one)) console.log(`${String(count).padStart(8)}  ${outcome}`);
const isBad = Object.keys(outcomes).some((outcome) => evil.test(outcome)) || largestBytes - settledBytes > GROWTH_BYTES;
process.exit(isBad ? 1 : 0);
