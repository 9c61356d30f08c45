// npm run dev: like npm start, but rebuilds and restarts while files change.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bestNode, ensureInstalled } from './parts/install.mjs';

const root = path.resolve(import.meta.dirname, '..');
await ensureInstalled();
const { ensureBuilt, toolEnvironment } = await import('./parts/build.mjs');
ensureBuilt();

const run = (args, env = {}) => spawn(bestNode(), args, { cwd: root, stdio: 'inherit', env: { ...toolEnvironment(), ...env } });
const children = [
  run([path.join(root, 'node_modules/typescript7/bin/tsc'), '-b', '-w', '--preserveWatchOutput', 'apps/api', 'apps/worker', 'libs/ui']),
  run(['tools/start.mjs'], { INKPROOF_WATCH: '1' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
children[1].once('exit', (code) => (stop(), process.exit(code ?? 0)));
