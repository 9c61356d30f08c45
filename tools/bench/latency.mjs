// How long one caller waits on an idle server: a full A4 page, and the small things people photograph at a counter.
import { a4, kinds } from '@inkproof/drawn-pages';
import { median, ms, report } from './figures.mjs';
import { startService, warmUp } from './service.mjs';

const RUNS = 7;
const service = await startService({ READERS: '2' });
const scenes = [
  ['A4 200 dpi, English', 'eng', await a4('eng'), 800],
  ['A4 200 dpi, Chinese', 'chi_sim', await a4('chi_sim'), 1_200],
  ['card, English', 'eng', await kinds.ticket('eng', 3), 250],
  ['card, Chinese', 'chi_sim', await kinds.ticket('chi_sim', 3), 250],
  ['receipt, English', 'eng', await kinds['crisp receipt']('eng', 3), 250],
  ['receipt, Chinese', 'chi_sim', await kinds['crisp receipt']('chi_sim', 3), 250],
];
await warmUp(service);
for (const [what, lang, { file }, mostMs] of scenes) {
  const took = [];
  let why;
  for (let run = 0; run <= RUNS; run++) {
    const { tookMs, body } = await service.recognise(file, { languages: [lang] });
    if (run > 0) took.push(tookMs);
    why = body.pages[0].recipe.reader;
  }
  report(`${what}, median of ${RUNS}, read by ${why}`, ms(median(took)), median(took) <= mostMs, `≤ ${mostMs} ms`);
}
await service.stop();
