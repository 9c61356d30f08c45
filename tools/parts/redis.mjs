// Runs the machine's redis-server for specs and benches. Nothing of it is written to disk.
import { spawn, spawnSync } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';

const START_MS = 10_000;

export const redisIsThere = () => !spawnSync('redis-server', ['--version']).error;

const answers = (port) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const say = (answer) => (socket.destroy(), resolve(answer));
    socket.setTimeout(500, () => say(false));
    socket.on('data', (data) => say(String(data).startsWith('+PONG')));
    socket.on('error', () => say(false));
  });

/** Starts a Redis on `port` or on a free one. It dies with this process, however that ends. */
export const startRedis = async ({ port: wanted = 0, settings = [] } = {}) => {
  if (!redisIsThere()) throw new Error('This needs redis-server, and there is none on this machine. Install it (Debian: apt-get install redis-server; macOS: brew install redis).');
  const port = await freePort(wanted);
  // A shell stands between: it ends the server when the pipe from this process closes, even by kill -9.
  const guard = spawn('sh', ['-c', 'redis-server "$@" & echo $!; cat <&3 >/dev/null; kill -9 $! 2>/dev/null', 'redis', '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no', '--loglevel', 'warning', ...settings], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [guard.stdout, guard.stderr]) stream.on('data', (chunk) => (said = (said + String(chunk)).slice(-4_000)));
  const untilMs = performance.now() + START_MS;
  while (!(await answers(port))) {
    if (guard.exitCode !== null || performance.now() > untilMs) throw new Error(`Redis did not start:\n${said}`);
    await sleep(20);
  }
  const pid = Number(/^(\d+)/.exec(said)[1]);
  const exited = new Promise((resolve) => guard.once('exit', resolve));
  const stop = async () => {
    guard.stdio[3].destroy();
    await exited;
  };
  return { url: `redis://127.0.0.1:${port}`, port, pid, stop };
};
