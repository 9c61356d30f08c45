// What the API adds to the bare engine: key, quota, record. One small page, both ways by turns, so that both see the same machine.
import fs from 'node:fs';
import { ReaderPool } from '@inkproof/engine';
import { drawPage } from '@inkproof/drawn-pages';
import { median, ms, report } from './figures.mjs';
import { launch, newFolder, widenQuota } from './launched.mjs';

const PAIRS = 80;
const WARM_UP = 8;
const page = drawPage({ lines: ['INKPROOF 2026'], widthPx: 320, fontPx: 28 });

const folder = newFolder();
const launched = await launch(folder, { READERS: '1' });
await widenQuota(launched.ready);
const pool = await ReaderPool.start({ processes: 1, maxQueued: 4, deadlineMs: 60_000, caps: { maxPixels: 50_000_000, maxPages: 20 }, warmLanguages: ['eng'] });

const bare = () => pool.read(page, { languages: ['eng'] });
const { api, apiKey } = launched.ready;
const whole = async () => {
  const answer = await fetch(`${api}/v1/recognitions?languages=en`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'image/png' }, body: page });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  await answer.json();
};
const timed = async (work) => {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
};

for (let i = 0; i < WARM_UP; i++) await Promise.resolve(bare()).then(whole);
const times = { bare: [], whole: [], added: [] };
for (let i = 0; i < PAIRS; i++) {
  const one = i % 2 ? [await timed(bare), await timed(whole)] : (await timed(whole).then(async (second) => [await timed(bare), second]));
  times.bare.push(one[0]);
  times.whole.push(one[1]);
  times.added.push(one[1] - one[0]);
}
await pool.stop();
await launched.stop();
fs.rmSync(folder, { recursive: true, force: true });
report(`bare engine, p50 of ${PAIRS}`, ms(median(times.bare)));
report('the same through the API, p50', ms(median(times.whole)));
const added = median(times.added);
report('added by the API, p50 of the pairs', ms(added), added <= 5, '≤ 5 ms');
