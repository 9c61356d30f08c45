// Runs an S3 server (s3rver) for specs and benches: real HTTP, real files, one empty bucket.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';

const START_MS = 20_000;
/** The one pair of credentials that it knows. */
const KEY = 'S3RVER';
const server = path.resolve(import.meta.dirname, '../../node_modules/s3rver/bin/s3rver.js');

const answers = (url) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Starts a server. It dies with this process, however that ends. Puts the credentials where AWS tools look for them. */
export const startS3 = async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: KEY, AWS_SECRET_ACCESS_KEY: KEY });
  const bucket = `inkproof-${randomBytes(4).toString('hex')}`;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-s3-'));
  const port = await freePort(0);
  const endpoint = `http://127.0.0.1:${port}`;
  let guard;
  let said = '';
  const start = async () => {
    // Its tokens of long lists are made with a cipher that OpenSSL calls legacy.
    const command = [process.execPath, '--openssl-legacy-provider', server, '--silent', '--directory', directory, '--address', '127.0.0.1', '--port', String(port), '--configure-bucket', bucket];
    // A shell stands between: it ends the server when the pipe from this process closes, even by kill -9.
    guard = spawn('sh', ['-c', '"$@" & echo $!; cat <&3 >/dev/null; kill -9 $! 2>/dev/null', 's3', ...command], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    for (const stream of [guard.stdout, guard.stderr]) stream.on('data', (chunk) => (said = (said + String(chunk)).slice(-4_000)));
    const untilMs = performance.now() + START_MS;
    while (!(await answers(endpoint))) {
      if (guard.exitCode !== null || performance.now() > untilMs) throw new Error(`The S3 server did not start:\n${said}`);
      await sleep(50);
    }
  };
  const stop = async () => {
    const exited = new Promise((resolve) => guard.once('exit', resolve));
    guard.stdio[3].destroy();
    await exited;
  };
  await start();
  return {
    bucket,
    endpoint,
    url: (prefix = '') => `s3://${bucket}/${prefix}?endpoint=${encodeURIComponent(endpoint)}`,
    stop,
    start,
    drop: async () => {
      await stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
};
