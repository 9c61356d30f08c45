// A hundred thousand requests of many tenants over five connections, a quarter of them broken off: none may be shown the rows of another.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { binOf } from '../parts/bin.mjs';
import { report } from './figures.mjs';

const REQUESTS = process.env.BLEED_REQUESTS ?? '100000';
const startedMs = performance.now();
const { status, stdout } = spawnSync(process.execPath, [binOf('vitest'), 'run', '--project', 'specs', 'libs/platform/src/database/pool.spec.ts'], {
  cwd: path.resolve(import.meta.dirname, '../..'),
  env: { ...process.env, BLEED_REQUESTS: REQUESTS },
  encoding: 'utf8',
});
if (status !== 0) console.log(stdout);
report(`${REQUESTS} requests over five connections in ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`, status === 0 ? 'none saw the rows of another' : 'it does not hold', status === 0, 'none');
process.exit(status ?? 1);
