// npm test: everything that must hold. `npm test -- specs` runs the parts whose names begin so.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bestNode, ensureInstalled } from './parts/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const startedMs = Date.now();
const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
const say = (message) => console.log(`\n── ${message}`);

await ensureInstalled(say);
const { binOf } = await import('./parts/bin.mjs');
const { ensureBuilt, toolEnvironment } = await import('./parts/build.mjs');
const { ensureChromium } = await import('./parts/chromium.mjs');
const { ensureSpecTools } = await import('./parts/spec-tools.mjs');

const results = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-results-'));

/** Runs one of our tools. What it says is shown as it comes; of one that is `aside` it is answered instead. */
const run = (command, args, { env = {}, aside = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(bestNode(), [command, ...args], { cwd: root, stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit', env: { ...toolEnvironment(), ...env } });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said: String(Buffer.concat(said)) }));
  });

/** What is said aside is told when it is over, or the words of two would stand between each other. */
const holds = async (command, args, options) => {
  const { status, said } = await run(command, args, options);
  if (said) console.log(said.trimEnd());
  return status === 0;
};

/** Counts for the last line, and what failed, which would otherwise stand thousands of lines above it. */
const counted = { passed: 0, failed: 0 };
const fallen = [];
const vitest = async (project, { env, ...options } = {}) => {
  const file = path.join(results, `${project}.json`);
  const held = await holds(binOf('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=./tools/testing/account.ts'], { ...options, env: { ...env, INKPROOF_ACCOUNT: file } });
  if (!fs.existsSync(file)) return false;
  const { passed, failed: red, unrun, fallen: names } = JSON.parse(fs.readFileSync(file, 'utf8'));
  fallen.push(...names);
  counted.passed += passed;
  counted.failed += red;
  if (unrun > 0) fallen.push(`${unrun} tests of ${project} did not run; none may be skipped.`);
  return held && passed > 0 && unrun === 0;
};

/** All in one process: a process for each project loads the rules and the types of what it stands on anew, for three times the time. */
const lint = async () => {
  // Without a project graph the fences rule only warns that it is skipped; this makes one.
  await run(binOf('nx'), ['show', 'projects'], { aside: true });
  const { status, said } = await run(binOf('eslint'), ['libs', 'apps', 'tools'], { aside: true });
  const isSkipped = said.includes('The rule will be skipped');
  if (status !== 0 || isSkipped) console.error(said);
  return status === 0 && !isSkipped;
};

let browser;
/** Found or brought once for all who need it. */
const withBrowser = async () => ({ CHROMIUM_PATH: await (browser ??= ensureChromium(say)) });

const parts = {
  build: () => (ensureBuilt(say), true),
  types: () => holds(path.join(root, 'node_modules/typescript7/bin/tsc'), ['-p', 'tsconfig.specs.json']),
  lint,
  cycles: () => holds(binOf('dependency-cruiser'), ['--config', '.dependency-cruiser.cjs', 'libs', 'apps'], { aside: true }),
  migrations: () => holds('tools/migrate.mjs', ['check'], { aside: true }),
  specs: () => {
    ensureSpecTools(say);
    return vitest('specs');
  },
  'api-e2e': async () => vitest('api-e2e', { aside: true, env: await withBrowser() }),
  'console-looks': async () => vitest('console-looks', { aside: true, env: await withBrowser() }),
  'console-e2e': async () => vitest('console-e2e', { env: await withBrowser() }),
};
/**
 * The lanes of a row run side by side, and what stands in a lane one after another: checks of one core each, and end-to-end specs,
 * each of an install of its own and both lanes of the same length. Specs measure times and have the machine to themselves.
 */
const rows = [[['build']], [['types'], ['lint'], ['cycles'], ['migrations']], [['specs']], [['api-e2e', 'console-looks'], ['console-e2e']]];

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || name === 'build' || wanted.some((word) => name.startsWith(word));
const failed = [];
const hold = async (name) => {
  const sinceMs = Date.now();
  say(name);
  const held = await Promise.resolve(parts[name]()).catch((error) => (console.error(error.message ?? error), false));
  console.log(`${held ? 'holds' : 'FAILS'}: ${name} (${seconds(sinceMs)})`);
  if (!held) failed.push(name);
};
const drive = async (lane) => {
  for (const name of lane.filter(isWanted)) await hold(name);
};
for (const row of rows) await Promise.all(row.map(drive));

fs.rmSync(results, { recursive: true, force: true });
if (fallen.length) say(`What failed:\n${fallen.join('\n')}`);
say(failed.length ? `These do not hold: ${failed.join(', ')} (${seconds(startedMs)})` : `Everything holds (${seconds(startedMs)})`);
// A part that fails without a test of its own, such as the lint, counts as one.
console.log(`${counted.passed} passed, ${Math.max(counted.failed, failed.length)} failed`);
process.exit(failed.length ? 1 : 0);
