// A thousand pages of all kinds and sizes: what the processes hold must not grow with them.
import { wornPages } from '@inkproof/drawn-pages';
import { median, mib, report } from './figures.mjs';
import { atOnce } from './pages.mjs';
import { startService } from './service.mjs';

const PAGES = Number(process.env.PAGES ?? 1_000);
const LOOK_EVERY_MS = 250;

const files = await Promise.all(wornPages(1).map(async ({ lang, draw }) => ({ lang, ...(await draw()) })));
const service = await startService({ READERS: '2' });
const looks = [];
let done = 0;
const looking = setInterval(() => looks.push({ done, bytes: service.residentBytes() }), LOOK_EVERY_MS);
await atOnce(2, Array.from({ length: PAGES }, (_, at) => files[(at * 37) % files.length]), async ({ file, lang }) => {
  await service.recognise(file, { languages: [lang] });
  done++;
});
clearInterval(looking);
await service.stop();
const between = (from, to) => looks.filter((look) => look.done >= from * PAGES && look.done < to * PAGES).map(({ bytes }) => bytes);
const [early, late, peak] = [median(between(0.2, 0.4)), median(between(0.8, 1)), Math.max(...looks.map(({ bytes }) => bytes))];
report(`all processes but the database, second and last fifth of ${PAGES} pages`, `${mib(early)} → ${mib(late)}`, late <= early * 1.05, '≤ 5 % more');
report('most at any time', mib(peak));
