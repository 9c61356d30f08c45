import fs from 'node:fs';
import { median, ms, report } from './figures.mjs';
import { launch, newDataFolder } from '../parts/launch.mjs';

const WARM_STARTS = 5;
const folder = newDataFolder();
const first = await launch({}, folder);
await first.stop();
const warm = [];
for (let i = 0; i < WARM_STARTS; i++) {
  const launched = await launch({}, folder);
  warm.push(launched.readyMs);
  await launched.stop();
}
fs.rmSync(folder, { recursive: true, force: true });
report('first start on an empty folder, built', ms(first.readyMs));
report(`warm start to ready, median of ${WARM_STARTS}`, ms(median(warm)), median(warm) <= 5_000, '≤ 5 s');
