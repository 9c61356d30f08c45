// The whole exam of the limiters: ten thousand generated traces for each store, judged against an oracle that only counts.
// At instants that the exam names, by the code that judges calls (libs/quota/src/testing).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { binOf } from '../parts/bin.mjs';

const { status } = spawnSync(process.execPath, [binOf('vitest'), 'run', '--project', 'specs', 'libs/quota/src/store/limiter-exam.spec.ts'], {
  cwd: path.resolve(import.meta.dirname, '../..'),
  stdio: 'inherit',
  env: { ...process.env, EXAM_TRACES: process.env.EXAM_TRACES ?? '10000' },
});
process.exit(status ?? 1);
