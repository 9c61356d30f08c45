// Eight callers who leave: nobody reads on for them.
import { setTimeout as sleep } from 'node:timers/promises';
import { a4 } from '@inkproof/drawn-pages';
import { treeCpuSeconds } from './cpu.mjs';
import { ms, report } from './figures.mjs';
import { startService } from './service.mjs';

const CALLERS = 8;
const STAY_MS = 400;
const WATCH_MS = 8_000;
const service = await startService({ READERS: '2' });
const { file } = await a4('eng', 300);
await service.recognise(file);
await sleep(1_000);
const idleBefore = treeCpuSeconds(service.pid);
await sleep(WATCH_MS);
const idle = treeCpuSeconds(service.pid) - idleBefore;

const leaving = new AbortController();
const calls = Array.from({ length: CALLERS }, () => service.ask(file, { signal: leaving.signal }).catch(() => undefined));
await sleep(STAY_MS);
leaving.abort();
const leftAt = treeCpuSeconds(service.pid);
await Promise.all(calls);
await sleep(WATCH_MS);
const spent = treeCpuSeconds(service.pid) - leftAt - idle;
const after = await service.recognise(file);
await service.stop();
report(`CPU in the ${WATCH_MS / 1_000} s after ${CALLERS} callers left, beyond idling`, `${spent.toFixed(2)} s`, spent <= 1, '≤ 1 s');
report('one caller afterwards', ms(after.tookMs));
