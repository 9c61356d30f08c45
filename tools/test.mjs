// npm test: everything that must hold. `npm test -- specs` runs the parts whose names begin so.
import { spawnSync } from 'node:child_process';
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
const run = (command, args, options = {}) => spawnSync(bestNode(), [command, ...args], { cwd: root, stdio: 'inherit', env: { ...toolEnvironment(), ...options.env }, ...options.spawn });

/** Vitest's own counts, for the last line. */
const counted = { passed: 0, failed: 0 };
const vitest = (project, env = {}) => {
  const file = path.join(results, `${project}.json`);
  const { status } = run(binOf('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { env });
  if (!fs.existsSync(file)) return false;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(fs.readFileSync(file, 'utf8'));
  counted.passed += numPassedTests;
  counted.failed += numFailedTests;
  if (numPendingTests + numTodoTests > 0) console.error(`${numPendingTests + numTodoTests} tests of ${project} did not run; none may be skipped.`);
  return status === 0 && numPassedTests > 0 && numPendingTests + numTodoTests === 0;
};

const lint = () => {
  const { status, stdout, stderr } = spawnSync(bestNode(), [binOf('nx'), 'run-many', '-t', 'lint', '--output-style=stream'], { cwd: root, encoding: 'utf8', env: toolEnvironment(), maxBuffer: 64_000_000 });
  const said = stdout + stderr;
  // Without a project graph the fences rule only warns that it is skipped.
  if (status === 0 && !said.includes('The rule will be skipped')) return true;
  console.error(said);
  return false;
};

let chromium;
const parts = {
  build: () => (ensureBuilt(say), true),
  types: () => run(path.join(root, 'node_modules/typescript7/bin/tsc'), ['-p', 'tsconfig.specs.json']).status === 0,
  lint,
  cycles: () => run(binOf('dependency-cruiser'), ['--config', '.dependency-cruiser.cjs', 'libs', 'apps']).status === 0,
  migrations: () => run('tools/migrate.mjs', ['check']).status === 0,
  specs: async () => {
    ensureSpecTools(say);
    return vitest('specs');
  },
  'api-e2e': () => vitest('api-e2e'),
  'console-e2e': async () => {
    chromium ??= await ensureChromium(say);
    return vitest('console-e2e', { CHROMIUM_PATH: chromium });
  },
};

const wanted = process.argv.slice(2);
const failed = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length && name !== 'build' && !wanted.some((word) => name.startsWith(word))) continue;
  const sinceMs = Date.now();
  say(name);
  const held = await Promise.resolve(part()).catch((error) => (console.error(error.message ?? error), false));
  console.log(`${held ? 'holds' : 'FAILS'}: ${name} (${seconds(sinceMs)})`);
  if (!held) failed.push(name);
}

fs.rmSync(results, { recursive: true, force: true });
say(failed.length ? `These do not hold: ${failed.join(', ')} (${seconds(startedMs)})` : `Everything holds (${seconds(startedMs)})`);
// A part that fails without a test of its own, such as the lint, counts as one.
console.log(`${counted.passed} passed, ${Math.max(counted.failed, failed.length)} failed`);
process.exit(failed.length ? 1 : 0);
