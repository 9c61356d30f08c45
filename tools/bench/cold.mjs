// A fresh clone, nothing installed, an empty npm cache: what a stranger waits for.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ms, report } from './figures.mjs';
import { launch, newDataFolder } from '../parts/launch.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-clone-'));
fs.chmodSync(clone, 0o755);
spawnSync('git', ['clone', '--quiet', '--no-local', root, clone], { stdio: 'inherit' });
const folder = newDataFolder();
const cold = await launch({ npm_config_cache: path.join(clone, '.npm-cache') }, folder, { cwd: clone, withinMs: 900_000 });
report('fresh clone, empty npm cache, to ready', ms(cold.readyMs));
console.log(cold.output().split('\n').filter((line) => line.startsWith('[')).join('\n'));
await cold.stop();
for (const gone of [clone, folder]) fs.rmSync(gone, { recursive: true, force: true });
