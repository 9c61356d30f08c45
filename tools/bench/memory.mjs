// Resident memory of each process at rest and after 200 recognitions.
import fs from 'node:fs';
import path from 'node:path';
import { mib, report } from './figures.mjs';
import { launch, newFolder, widenQuota } from './launched.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const CALLS = 200;
const AT_ONCE = 2;

const processes = () =>
  fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const status = fs.readFileSync(`/proc/${name}/status`, 'utf8');
      return [{ pid: Number(name), parent: Number(/^PPid:\s*(\d+)/m.exec(status)[1]), bytes: Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1_024, command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch {
      return [];
    }
  });
const below = (all, pid) => all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(all, one.pid)]);
const weigh = (pid) => {
  const all = below(processes(), pid);
  const sum = (pattern) => all.filter(({ command }) => pattern.test(command)).reduce((bytes, one) => bytes + one.bytes, 0);
  return { api: sum(/apps\/api\/dist\/main/), readers: sum(/reader-process/), console: sum(/next-server|server\.js/) };
};

if (process.platform !== 'linux') {
  console.log('memory is read from /proc, which only Linux has');
  process.exit();
}
const folder = newFolder();
const launched = await launch(folder, { READERS: '2' });
await widenQuota(launched.ready);
const { api, apiKey, console: consoleUrl } = launched.ready;
await fetch(consoleUrl);
const rest = weigh(launched.pid);
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
const after = weigh(launched.pid);
await launched.stop();
fs.rmSync(folder, { recursive: true, force: true });
for (const name of ['api', 'readers', 'console']) report(`${name}: at rest → after ${CALLS} recognitions`, `${mib(rest[name])} → ${mib(after[name])}`);
