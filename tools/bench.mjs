// npm run bench: figures of this machine, several runs each, medians. `npm run bench -- limiter` runs the parts whose names begin so;
// `npm run bench -- cold` adds a fresh clone with an empty npm cache, which takes minutes.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bestNode, ensureInstalled } from './parts/install.mjs';

await ensureInstalled();
const { ensureBuilt, toolEnvironment } = await import('./parts/build.mjs');
ensureBuilt();

const parts = ['start', 'overhead', 'overhead-parts', 'queued', 'limiter', 'skew', 'audit', 'agree', 'ledger', 'tickets', 'live', 'sweep', 'notices', 'inspection', 'filing-export', 'keeping', 'storage', 'memory', 'latency', 'embedded', 'bad', 'hangup', 'crowd', 'searchable', 'whole', 'peer', 'flat', 'hermetic', 'bleed', 'effect', 'detector', 'consent'];
const onRequest = ['cold', 'exam'];
const wanted = process.argv.slice(2);
const chosen = [...parts, ...onRequest].filter((name) => (wanted.length ? wanted.some((word) => name.startsWith(word)) : parts.includes(name)));
let failed = false;
for (const name of chosen) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(bestNode(), [path.join(import.meta.dirname, 'bench', `${name}.mjs`)], { stdio: 'inherit', env: { ...toolEnvironment(), LOG_LEVEL: 'error' } });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
