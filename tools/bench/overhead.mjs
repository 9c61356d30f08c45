// What the API adds to the bare engine: key, quota, record. One small page, both ways by turns, so that both see the same machine
// and neither reader has read more than the other: one that has is quicker, by a tenth of a page and more.
import fs from 'node:fs';
import { drawPage } from '@inkproof/drawn-pages';
import { median, ms, report } from './figures.mjs';
import { startEngine } from '../measure/engine.mjs';
import { launch, newDataFolder } from '../parts/launch.mjs';
import { widenQuota } from './widen-quota.mjs';

const PAIRS = 80;
/** Pages until a reader is as quick as it gets, because its code is compiled further while it works; and of the API's own as many calls. */
const WARM_UP = 100;
const page = drawPage({ lines: ['INKPROOF 2026'], widthPx: 320, fontPx: 28 });

const folder = newDataFolder();
const launched = await launch({ READERS: '1' }, folder);
// Twice what one reader can do, and within what a plan may have: a ring of thousands is looked through for what is left, which hardly anybody pays.
await widenQuota(launched.ready, 100);
const engine = await startEngine();

const bare = () => engine.read(page, ['eng'], { reader: 'tesseract' });
const { api, apiKey } = launched.ready;
/** Whole milliseconds of reading and tenths of the rest: what the API says it took. */
const timingIn = (answer) => Object.fromEntries([...answer.headers.get('server-timing').matchAll(/(\w+);dur=([\d.]+)/g)].map(([, name, value]) => [name, Number(value)]));
const inside = [];
const whole = async () => {
  const answer = await fetch(`${api}/v1/recognitions?languages=en&reader=tesseract`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: page });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  await answer.json();
  const { read, total } = timingIn(answer);
  inside.push(total - read);
};
const hello = async () => (await fetch(`${api}/health/live`)).text();
const timed = async (work) => {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
};

for (let i = 0; i < WARM_UP; i++) {
  await bare();
  await whole();
}
inside.length = 0;
const times = { bare: [], whole: [], added: [], hello: [] };
for (let i = 0; i < PAIRS; i++) {
  const one = i % 2 ? [await timed(bare), await timed(whole)] : (await timed(whole).then(async (second) => [await timed(bare), second]));
  times.bare.push(one[0]);
  times.whole.push(one[1]);
  times.added.push(one[1] - one[0]);
}
for (let i = 0; i < PAIRS; i++) {
  await bare();
  times.hello.push(await timed(hello));
}
/** Calls in a second when the one reader is never left idle. */
const throughput = async (work) => {
  const startedMs = performance.now();
  let left = PAIRS;
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return (PAIRS * 1_000) / (performance.now() - startedMs);
};
const rates = { bare: [], whole: [] };
for (let round = 0; round < 3; round++) {
  rates.bare.push(await throughput(bare));
  rates.whole.push(await throughput(whole));
}
await engine.stop();
await launched.stop();
fs.rmSync(folder, { recursive: true, force: true });
report(`bare engine, p50 of ${PAIRS}`, ms(median(times.bare)));
report('the same through the API, p50', ms(median(times.whole)));
report('added inside the API: key, quota, header, record; p50', ms(median(inside)), median(inside) <= 5, '≤ 5 ms');
report('added as a client sees it, HTTP included, p50 of the pairs', ms(median(times.added)), median(times.added) <= 5, '≤ 5 ms');
report('calls a second with the reader kept busy, API to bare, median of 3', `${(median(rates.whole) / median(rates.bare)).toFixed(2)} (${median(rates.whole).toFixed(1)} to ${median(rates.bare).toFixed(1)})`);
report('an empty call over HTTP after the same pause, p50', ms(median(times.hello)));
