// The detector of personal information: what it finds of values that were drawn and misread, what it finds where there is nothing,
// how much of it a real reader leaves, and how long it takes on a dense A4 page. PAGES=200 READ_PAGES=4 makes it short.
import fs from 'node:fs';
import path from 'node:path';
import { findPersonal, read, Readers, TesseractReader } from '@inkproof/engine';
import { countedFinds, drawPage, isNumberedKind, labelledPage, missedMarks, ordinaryPage } from '@inkproof/drawn-pages';
import { median, ms, quantile, report } from './figures.mjs';

const PAGES = Number(process.env.PAGES ?? 4_000);
const READ_PAGES = Number(process.env.READ_PAGES ?? 40);
/** Far from what the specs draw. */
const FIRST = 9_000_000;
const seeds = Array.from({ length: PAGES }, (_, at) => FIRST + at);
const percent = (share, places = 2) => `${(100 * share).toFixed(places)} %`;

const recall = (misreadShare) => {
  const kinds = new Map();
  for (const page of seeds.map((seed) => labelledPage(seed, misreadShare))) {
    const missed = new Set(missedMarks(page, findPersonal([page])));
    for (const mark of page.marks) {
      const counts = kinds.get(mark.kind) ?? { found: 0, all: 0 };
      counts.all++;
      if (!missed.has(mark)) counts.found++;
      kinds.set(mark.kind, counts);
    }
  }
  return kinds;
};

const [clean, misread] = [recall(0), recall(0.6)];
console.log('found with every sign'.padEnd(24), 'read right'.padStart(12), 'misread 60 %'.padStart(14), 'values'.padStart(8));
for (const kind of [...misread.keys()].sort((one, other) => Number(isNumberedKind(other)) - Number(isNumberedKind(one)) || one.localeCompare(other))) {
  const share = (counts) => percent(counts.found / counts.all);
  console.log(`  ${kind}${isNumberedKind(kind) ? '' : ' (words)'}`.padEnd(24), share(clean.get(kind)).padStart(12), share(misread.get(kind)).padStart(14), String(misread.get(kind).all).padStart(8));
}
const worst = Math.min(...[...misread].filter(([kind]) => isNumberedKind(kind)).map(([, { found, all }]) => found / all));
report('recall of the worst numbered kind, three of five misread', percent(worst), worst >= 0.99, '≥ 99 %');

const alarms = new Map();
for (const page of seeds.map(ordinaryPage)) {
  const counts = alarms.get(page.kind) ?? { pages: 0, alarmed: 0 };
  counts.pages++;
  if (findPersonal([page]).length > 0) counts.alarmed++;
  alarms.set(page.kind, counts);
}
for (const [kind, { pages, alarmed }] of alarms) if (alarmed > 0) console.log(`  ${kind}: ${alarmed} of ${pages} pages`);
const alarmed = [...alarms.values()].reduce((sum, counts) => sum + counts.alarmed, 0);
report(`pages with a false alarm, ${alarms.size} kinds of ordinary pages`, percent(alarmed / PAGES), alarmed / PAGES <= 0.01, '≤ 1 %');

/** As much text as A4 holds in small print: pages laid one after another until there are so many signs. */
const DENSE_SIGNS = 5_000;
const RUNS = 400;
const dense = (draw) => {
  let [page, length] = [null, 0];
  for (let seed = FIRST; length < DENSE_SIGNS; seed++) {
    const next = draw(seed);
    const shift = page ? length + 2 : 0;
    for (const { lines } of next.blocks) for (const { words } of lines) for (const word of words) word.span = word.span.map((at) => at + shift);
    page = page ? { ...page, text: `${page.text}\n\n${next.text}`, blocks: [...page.blocks, ...next.blocks] } : next;
    length = [...page.text].length;
  }
  return page;
};
for (const [what, draw] of [
  ['people', (seed) => labelledPage(seed, 0.6)],
  ['ordinary', ordinaryPage],
]) {
  const page = dense(draw);
  const before = process.cpuUsage();
  const times = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    findPersonal([page]);
    return performance.now() - begin;
  });
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1_000 / RUNS;
  // What else runs on the machine is in the one and not in the other.
  report(`a page of ${[...page.text].length.toLocaleString('en')} signs, ${what}: by the clock, median (p95)`, `${ms(median(times))} (${ms(quantile(times, 0.95))})`);
  report(`a page of ${[...page.text].length.toLocaleString('en')} signs, ${what}: CPU`, ms(cpuMs), cpuMs <= 5, '≤ 5 ms');
}

const readers = new Readers({ tesseract: (codes) => TesseractReader.start(codes) });
const [ofReader, asked] = [{ found: 0, all: 0 }, { reader: 'tesseract', pages: null }];
for (const seed of seeds.slice(0, READ_PAGES)) {
  const page = labelledPage(seed, 0);
  const file = drawPage({ lines: page.lines, fontPx: 34, widthPx: 1700 });
  const { pages } = await read(file, { ...asked, languages: page.lang === 'eng' ? ['eng'] : ['chi_sim', 'eng'] }, { maxPixels: 40_000_000, maxPages: 1 }, readers);
  const { found, all } = countedFinds(page, findPersonal(pages));
  ofReader.found += found;
  ofReader.all += all;
}
await readers.stop();
report(`numbers found on ${READ_PAGES} drawn pages that Tesseract read`, `${ofReader.found} of ${ofReader.all} (${percent(ofReader.found / ofReader.all)})`, ofReader.found / ofReader.all >= 0.99, '≥ 99 %');

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus');
if (fs.existsSync(corpus)) {
  for (const name of fs.readdirSync(corpus).filter((file) => file.endsWith('.gt.txt'))) {
    const found = findPersonal([{ text: fs.readFileSync(path.join(corpus, name), 'utf8') }]);
    if (found.length > 0) console.log(`  ${name}: ${found.map(({ kind, sample }) => `${kind} ${sample}`).join(', ')}`);
  }
}
