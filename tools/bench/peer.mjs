// Our tesseract reader and the accelerator against the system's tesseract, all cores busy, whole pages as they come. English is read with the
// small network here; the peer reads it with the same and with the large one (best_int), as it is read with where nobody chose.
import { availableParallelism } from 'node:os';
import { characterErrorRate } from '@inkproof/engine';
import { startEngine } from '../measure/engine.mjs';
import { languagesOf, spacesOf } from '../measure/pages.mjs';
import { isPeerInstalled, PEER, startPeer, unpackData } from '../measure/peer.mjs';
import { costOf } from './cpu.mjs';
import { median, report } from './figures.mjs';
import { atOnce, benchPages } from './pages.mjs';

const RUNS = 3;
const cores = availableParallelism();

if (!isPeerInstalled()) {
  console.log('the system has no tesseract; nothing to compare with');
  process.exit();
}
const pages = await benchPages();
const peers = { same: startPeer(), large: startPeer({ dataFolder: unpackData({ english: 'large' }) }) };
const engine = await startEngine({ processes: cores, native: PEER });
const waysOf = (lang) => ({
  peer: (page) => peers.same.read(page.file, languagesOf(page.lang)),
  ...(lang === 'eng' && { large: (page) => peers.large.read(page.file, languagesOf(page.lang)) }),
  tesseract: async (page) => (await engine.read(page.file, languagesOf(page.lang), { reader: 'tesseract' })).text,
  ...(engine.readers.includes('native') && { native: async (page) => (await engine.read(page.file, languagesOf(page.lang), { reader: 'native' })).text }),
});
const titles = { peer: 'peer', large: 'peer with best_int' };
const targets = { tesseract: { eng: 1, chi_sim: 1 }, native: { eng: 1.3, chi_sim: 1.15 } };

for (const lang of ['eng', 'chi_sim']) {
  const ways = waysOf(lang);
  // The longest texts first, so that on neither side a core stands idle while the other finishes a long page at the end.
  const some = pages.filter((page) => page.lang === lang).sort((one, other) => other.truth.length - one.truth.length);
  const runs = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, read] of Object.entries(ways)) {
      const { result, wallSeconds, cpuSeconds } = await costOf(() => atOnce(cores, some, read));
      const cer = result.reduce((sum, text, at) => sum + characterErrorRate(text, some[at].truth, spacesOf(lang)), 0) / some.length;
      // The first run compiles and loads.
      if (run > 0) runs[name].push({ pagesPerSecond: some.length / wallSeconds, cpuPerPage: cpuSeconds / some.length, cer });
    }
  }
  const middle = (name, field) => median(runs[name].map((run) => run[field]));
  for (const name of Object.keys(ways)) report(`${lang}, ${name}`, `${middle(name, 'pagesPerSecond').toFixed(2)} pages/s, ${middle(name, 'cpuPerPage').toFixed(2)} CPU s a page, error rate ${(middle(name, 'cer') * 100).toFixed(2)} %`);
  const pairs = Object.keys(targets).filter((way) => ways[way]).flatMap((name) => Object.keys(titles).filter((way) => ways[way]).map((against) => [name, against]));
  for (const [name, against] of pairs) {
    const ratio = median(runs[name].map((run, at) => run.pagesPerSecond / runs[against][at].pagesPerSecond));
    const cpu = median(runs[name].map((run, at) => run.cpuPerPage / runs[against][at].cpuPerPage));
    report(`${lang}, ${name}: CPU a page against the ${titles[against]}`, `${cpu.toFixed(2)} ×`);
    report(`${lang}, ${name}: pages/s against the ${titles[against]}`, `${ratio.toFixed(2)} ×`, ratio >= targets[name][lang], `≥ ${targets[name][lang]} ×`);
  }
  const errors = middle('tesseract', 'cer') / middle('peer', 'cer');
  report(`${lang}, tesseract: errors against the peer's`, errors.toFixed(3), errors <= 0.1, '≤ 0.1');
}
await engine.stop();
for (const peer of Object.values(peers)) peer.stop();
