// What the way through the queue adds: the same page to a node that reads itself and to one without readers, by turns, so that both see the same machine.
import fs from 'node:fs';
import { drawPage } from '@inkproof/drawn-pages';
import { median, ms, report } from './figures.mjs';
import { launch, newDataFolder } from '../parts/launch.mjs';
import { widenQuota } from './widen-quota.mjs';

const PAIRS = 100;
const WARM_UP = 8;
const page = drawPage({ lines: ['INKPROOF 2026'], widthPx: 320, fontPx: 28 });

const start = async (environment) => {
  const folder = newDataFolder();
  const launched = await launch(environment, folder);
  await widenQuota(launched.ready);
  const { api, apiKey } = launched.ready;
  const ask = async () => {
    const startedMs = performance.now();
    const answer = await fetch(`${api}/v1/recognitions?languages=en&reader=tesseract`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: page });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${body}`);
    return performance.now() - startedMs;
  };
  const stop = async () => {
    await launched.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ask, stop };
};

const own = await start({ READERS: '1', WORKERS: '0' });
const queued = await start({ READERS: '0', WORKERS: '1', WORKER_READERS: '1', READER_NICENESS: '0' });
for (let i = 0; i < WARM_UP; i++) await own.ask().then(queued.ask);
const times = { own: [], queued: [], added: [] };
for (let i = 0; i < PAIRS; i++) {
  const first = i % 2 ? [await own.ask(), await queued.ask()] : (await queued.ask().then(async (second) => [await own.ask(), second]));
  times.own.push(first[0]);
  times.queued.push(first[1]);
  times.added.push(first[1] - first[0]);
}
await own.stop();
await queued.stop();
report(`a call to a node that reads itself, p50 of ${PAIRS}`, ms(median(times.own)));
report('the same to a node without readers, through the queue, p50', ms(median(times.queued)));
report('added by the queue, p50 of the pairs', ms(median(times.added)), median(times.added) <= 20, '≤ 20 ms');
report('through the queue to read here, p50', (median(times.queued) / median(times.own)).toFixed(2));
