import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { binOf } from './bin.mjs';
import { bestNode } from './install.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const stamp = path.join(root, 'node_modules/.inkproof-built');
const sources = ['apps', 'libs', 'prisma', 'samples', 'package-lock.json', 'tsconfig.base.json', 'nx.json', 'prisma.config.ts'];
const passedOver = new Set(['node_modules', 'dist', '.next', 'generated', '.turbo', 'next-env.d.ts', 'testing', 'api-e2e', 'console-e2e']);
/** As `built` in nx.json. */
const isBuilt = (name) => !passedOver.has(name) && !/\.(spec|exam)\.ts$|\.md$|\.tsbuildinfo$/.test(name);

const walk = (file, visit) => {
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return visit(file, stat);
  for (const name of fs.readdirSync(file).sort()) if (isBuilt(name)) walk(path.join(file, name), visit);
};

/** Changes when a source file changes in size or time. Quick, because every start asks. */
const fingerprint = () => {
  const hash = crypto.createHash('sha256');
  for (const name of sources) if (fs.existsSync(path.join(root, name))) walk(path.join(root, name), (file, { size, mtimeMs }) => hash.update(`${path.relative(root, file)}:${size}:${mtimeMs}\n`));
  return hash.digest('hex');
};

/** The environment in which our own tools run: the Node that npm brought comes first, and nothing calls home. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: [path.dirname(bestNode()), path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
});

const run = (what, command, args, env = {}) => {
  const { status } = spawnSync(bestNode(), [binOf(command), ...args], { cwd: root, stdio: 'inherit', env: { ...toolEnvironment(), ...env } });
  if (status === 0) return;
  console.error(`${what} failed; its own message is above.`);
  process.exit(1);
};

/** Prisma's client. Generating runs no schema engine, but downloads one unless it is told of a file that is there: Node itself is, on every system. */
export const generate = () => run('Generating the database client', 'prisma', ['generate', '--no-hints'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath });

/** Builds everything whose sources changed since the last time. Answers whether there was anything to do. */
export const ensureBuilt = (say = console.log) => {
  const wanted = fingerprint();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return false;
  say('generating the database client');
  generate();
  say('building (under a minute the first time)');
  run('The build', 'nx', ['run-many', '-t', 'build', '--output-style=static']);
  fs.writeFileSync(stamp, fingerprint());
  return true;
};
