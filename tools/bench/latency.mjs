// How long one caller waits on an idle server: a full A4 page, and the small things people photograph at a counter. A page that is alone is
// read on two cores; what that gains is told against a server with one reader, which reads it on one.
import { a4, kinds } from '@inkproof/drawn-pages';
import { median, ms, report } from './figures.mjs';
import { startService, warmUp } from './service.mjs';

const RUNS = 7;
const scenes = [
  ['A4 200 dpi, English', 'eng', await a4('eng'), 800],
  ['A4 200 dpi, Chinese', 'chi_sim', await a4('chi_sim'), 1_200],
  ['card, English', 'eng', await kinds.ticket('eng', 3), 250],
  ['card, Chinese', 'chi_sim', await kinds.ticket('chi_sim', 3), 250],
  ['receipt, English', 'eng', await kinds['crisp receipt']('eng', 3), 250],
  ['receipt, Chinese', 'chi_sim', await kinds['crisp receipt']('chi_sim', 3), 250],
];

/** Of every scene the median wait, and what read it. */
const waits = async (readers) => {
  const service = await startService({ READERS: readers });
  await warmUp(service);
  const answers = [];
  for (const [, lang, { file }] of scenes) {
    const took = [];
    let reader;
    for (let run = 0; run <= RUNS; run++) {
      const { tookMs, body } = await service.recognise(file, { languages: [lang] });
      if (run > 0) took.push(tookMs);
      reader = body.pages[0].recipe.reader;
    }
    answers.push({ tookMs: median(took), reader });
  }
  await service.stop();
  return answers;
};

const [onOne, onTwo] = [await waits('1'), await waits('2')];
for (const [at, [what, , , mostMs]] of scenes.entries()) {
  const { tookMs, reader } = onTwo[at];
  report(`${what}, median of ${RUNS}, read by ${reader}`, `${ms(tookMs)}, ${(tookMs / onOne[at].tookMs).toFixed(2)} of the time on one core`, tookMs <= mostMs, `≤ ${mostMs} ms`);
}
