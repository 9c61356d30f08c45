// npm start: installs, builds, starts PostgreSQL, migrates, seeds, runs the API, a worker, the console and the status page, and says where they are.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bestNode, ensureInstalled } from './parts/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
const startedMs = Date.now();
const say = (message) => console.log(`[${((Date.now() - startedMs) / 1000).toFixed(1).padStart(5)} s] ${message}`);
const READY_WITHIN_MS = 60_000;

await ensureInstalled(say);
const { ensureBuilt } = await import('./parts/build.mjs');
ensureBuilt(say);

const { Children } = await import('./parts/children.mjs');
const { freePort } = await import('./parts/ports.mjs');
const { startPostgres } = await import('./parts/postgres.mjs');
const { ensureDatabase, provision } = await import('./parts/provision.mjs');
const { lockFolder } = await import('./parts/lock.mjs');
const { seed } = await import('./parts/seed.mjs');
const { openSecrets, ownSettings, writePrivately } = await import('./parts/secrets.mjs');

const dataFolder = path.resolve(process.env.INKPROOF_DATA_DIR ?? path.join(root, '.data'));
// PostgreSQL runs as another user when we are root, and must be able to walk through.
fs.mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
const unlock = lockFolder(dataFolder);
const readyFile = path.join(dataFolder, 'ready.json');
fs.rmSync(readyFile, { force: true });

let postgres;
let stopping = false;
const children = new Children(bestNode(), (name, how, last) => {
  console.error(`The ${name} stopped by itself (${how}).${last ? ` It said last:\n${last.trim()}` : ''}`);
  void stop(1);
});

async function stop(code) {
  if (stopping) return;
  stopping = true;
  const beganMs = Date.now();
  fs.rmSync(readyFile, { force: true });
  await children.stop();
  await postgres?.stop();
  unlock();
  say(`stopped in ${Date.now() - beganMs} ms`);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

const choosePort = async (name, what, usual) => {
  const wanted = Number(process.env[name] ?? usual);
  const port = await freePort(wanted);
  if (port !== wanted && wanted !== 0) say(`port ${wanted} is taken; the ${what} uses ${port} (${name} chooses another)`);
  return port;
};

const answers = async (url) => {
  try {
    return (await fetch(url, { redirect: 'manual' })).status < 500;
  } catch {
    return false;
  }
};

const ready = async (what, url) => {
  const untilMs = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (Date.now() > untilMs) throw new Error(`The ${what} did not answer at ${url} within ${READY_WITHIN_MS / 1000} s.`);
    await sleep(25);
  }
};

try {
  const { secrets, save } = openSecrets(dataFolder);
  let ownerUrl = process.env.DATABASE_URL;
  if (ownerUrl) say(`using the PostgreSQL at ${new URL(ownerUrl).host}`);
  else {
    postgres = await startPostgres({ folder: path.join(dataFolder, 'pg'), port: Number(process.env.DATABASE_PORT ?? 5499), password: secrets.databasePassword, revived: true, say });
    ownerUrl = await ensureDatabase(postgres.url, 'inkproof');
    say(`PostgreSQL is up on port ${postgres.port}`);
  }
  const { applied, appUrl } = await provision(ownerUrl, secrets.appDatabasePassword);
  if (applied.length) say(`applied ${applied.length} migrations`);

  const apiPort = await choosePort('API_PORT', 'API', 3200);
  const workerPorts = [];
  for (let i = 0; i < Number(process.env.WORKERS ?? 1); i++) workerPorts.push(i === 0 ? await choosePort('WORKER_PORT', 'worker', 3201) : await freePort(0));
  const consolePort = await choosePort('CONSOLE_PORT', 'console', 3100);
  const statusPort = await choosePort('STATUS_PORT', 'status page', 3300);
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const statusUrl = `http://127.0.0.1:${statusPort}`;
  const consoleUrl = process.env.CONSOLE_URL ?? `http://127.0.0.1:${consolePort}`;
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    // The console, on this machine, is the one proxy whose word on the caller's address is taken.
    TRUST_PROXY: 'loopback',
    ...ownSettings(dataFolder, secrets),
    STATUS_PAGE_URL: statusUrl,
    // A trial opens with the login that is printed here. On a database of somebody's own it is no trial any more.
    MFA_REQUIRED: process.env.DATABASE_URL ? 'on' : 'off',
    ...inherited,
    APP_DATABASE_URL: appUrl,
    API_PORT: String(apiPort),
    // Wherever people reach them from, they answer here.
    PROBE_API_URL: apiUrl,
    PROBE_CONSOLE_URL: `http://127.0.0.1:${consolePort}`,
    CONSOLE_URL: consoleUrl,
    PUBLIC_API_URL: process.env.PUBLIC_API_URL ?? apiUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (!secrets.apiKey) {
    // The key is told this once, so it is kept with the secrets.
    secrets.apiKey = seed(env, secrets) ?? null;
    save();
    if (secrets.apiKey) say('made a demo tenant and an admin');
  }

  // Beside the API's readers a worker has few, and they stand back: somebody waits for a call, nobody for a job.
  const workerEnvs = workerPorts.map((port) => ({ ...env, READERS: process.env.WORKER_READERS ?? '1', READER_NICENESS: process.env.READER_NICENESS ?? '10', WORKER_PORT: String(port) }));
  // It needs nothing of the others, and serves what is there while they are away.
  if (env.STATUS_URL.startsWith('file:')) children.start('status', ['apps/status/serve.mjs'], { cwd: root, env: { STATUS_URL: env.STATUS_URL, STATUS_PORT: String(statusPort) }, revived: true });
  const consoleEnv = { ...env, PORT: String(consolePort), HOSTNAME: '127.0.0.1', API_URL: apiUrl };
  if (process.env.INKPROOF_WATCH) {
    const { binOf } = await import('./parts/bin.mjs');
    children.start('api', ['--watch', '--watch-preserve-output', 'apps/api/dist/main.js'], { cwd: root, env });
    for (const workerEnv of workerEnvs) children.start('worker', ['--watch', '--watch-preserve-output', 'apps/worker/dist/main.js'], { cwd: root, env: workerEnv });
    children.start('console', [binOf('next'), 'dev', '--hostname', '127.0.0.1', '--port', String(consolePort)], { cwd: path.join(root, 'apps/console'), env: { ...consoleEnv, NODE_ENV: 'development' } });
  } else {
    children.start('api', ['apps/api/dist/main.js'], { cwd: root, env });
    for (const workerEnv of workerEnvs) children.start('worker', ['apps/worker/dist/main.js'], { cwd: root, env: workerEnv, revived: true });
    children.start('console', ['server.js'], { cwd: path.join(root, 'apps/console/.next/standalone/apps/console'), env: consoleEnv, quiet: true });
  }
  await Promise.all([...workerPorts.map((port) => ready('worker', `http://127.0.0.1:${port}/health/ready`)), ready('API', `${apiUrl}/health/ready`), ready('console', `${consoleUrl}/`)]);

  const { apiKey } = secrets;
  // In a database that was set up elsewhere, the logins of this folder do not exist.
  const { demo, admin } = apiKey ? secrets : { demo: null, admin: null };
  writePrivately(readyFile, `${JSON.stringify({ console: consoleUrl, api: apiUrl, docs: `${apiUrl}/docs`, status: env.STATUS_PAGE_URL, apiKey, demo, admin, pid: process.pid }, null, 2)}\n`);
  say('ready');
  console.log(`
  Console   ${consoleUrl}
  API       ${apiUrl}      docs ${apiUrl}/docs
  Status    ${env.STATUS_PAGE_URL}`);
  if (apiKey)
    console.log(`  Demo      ${demo.email}  ${demo.password}
  Admin     ${admin.email}  ${admin.password}
  API key   ${apiKey}

  Recognise the sample page:

  curl -sS -H "Authorization: Bearer ${apiKey}" -F file=@${path.join(root, 'samples/invoice-en.png')} ${apiUrl}/v1/recognitions
`);
  else console.log('\n  This database was set up elsewhere: sign in with the accounts it has.\n');
  console.log(`  The same is in ${readyFile}. Ctrl-C stops everything.\n`);
} catch (error) {
  console.error(error.message ?? error);
  await stop(1);
}
