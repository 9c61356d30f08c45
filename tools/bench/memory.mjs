// Resident memory of each process at rest and after 200 recognitions.
import fs from 'node:fs';
import path from 'node:path';
import { mib, report } from './figures.mjs';
import { descendantsOf, launch, newDataFolder } from '../parts/launch.mjs';
import { widenQuota } from './widen-quota.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const CALLS = 200;
const AT_ONCE = 2;

const weigh = (pid) => {
  const all = descendantsOf(pid);
  const sum = (pattern) => all.filter(({ command }) => pattern.test(command)).reduce((bytes, one) => bytes + one.residentBytes, 0);
  return { api: sum(/apps\/api\/dist\/main/), readers: sum(/reader-process/), console: sum(/next-server|server\.js/) };
};

if (process.platform !== 'linux') {
  console.log('memory is read from /proc, which only Linux has');
  process.exit();
}
const folder = newDataFolder();
const launched = await launch({ READERS: '2' }, folder);
await widenQuota(launched.ready);
const { api, apiKey, console: consoleUrl } = launched.ready;
await fetch(consoleUrl);
const rest = weigh(launched.process.pid);
const sample = fs.readFileSync(path.join(root, 'samples/invoice-en.png'));
let left = CALLS;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) {
      const answer = await fetch(`${api}/v1/recognitions?languages=en`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: sample });
      if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  }),
);
const after = weigh(launched.process.pid);
await launched.stop();
fs.rmSync(folder, { recursive: true, force: true });
for (const name of ['api', 'readers', 'console']) report(`${name}: at rest → after ${CALLS} recognitions`, `${mib(rest[name])} → ${mib(after[name])}`);
