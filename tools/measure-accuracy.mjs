/**
 * How well and at what cost pages are read: `npm run measure [-- folder] [--reader auto,tesseract,ppocr,native,peer,peer-own] [--lang eng]
 * [--kind receipt] [--name part] [--seed 1,2] [--pages] [--json file]`. Build first.
 * Without a folder the worn pages of `libs/drawn-pages` are drawn and read. A folder holds `manifest.json`: a list of
 * { name, image, truth, lang, kind }, where truth is a file of UTF-8 text and lang is tesseract's code or `mixed`.
 * `peer` is the system's tesseract on the files as they are with the data of our reader, `peer-own` the same with its package's data.
 * Kinds, names and languages are chosen by a part of the word. `--pages` prints each page too.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { characterErrorRate, recall } from '@inkproof/engine';
import { costOf } from './bench/cpu.mjs';
import { startEngine } from './measure/engine.mjs';
import { drawnPages, languagesOf, pagesOfFolder, spacesOf } from './measure/pages.mjs';
import { isPeerInstalled, PEER, startPeer } from './measure/peer.mjs';
import { printTable } from './measure/table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reader: { type: 'string', default: isPeerInstalled() ? 'auto,peer' : 'auto' },
    lang: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    pages: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const [folder] = positionals;
const all = folder ? await pagesOfFolder(folder) : values.seed.split(',').flatMap((seed) => drawnPages(Number(seed)));
const pages = all.filter(({ name, kind, lang }) => name.includes(values.name) && kind.includes(values.kind) && lang.includes(values.lang));
const readers = values.reader.split(',');

/** Something to ask for the text of a file: a peer, or our engine with one of its readers. */
const start = async (reader) => {
  if (reader === 'peer') return startPeer();
  if (reader === 'peer-own') return startPeer({ dataFolder: null });
  const engine = await startEngine({ native: reader === 'native' ? PEER : null });
  if (reader !== 'auto' && !engine.readers.includes(reader)) {
    await engine.stop();
    console.error(`The reader "${reader}" is not available here. There are ${['auto', ...engine.readers].join(', ')}; peer and peer-own where tesseract is installed.`);
    process.exit(2);
  }
  return { read: (file, languages) => engine.read(file, languages, { reader }), stop: engine.stop };
};

const measure = async (reading, reader, { name, kind, lang, load }) => {
  const { file, truth } = await load();
  const languages = languagesOf(lang);
  let error;
  const { result, wallSeconds, cpuSeconds } = await costOf(() =>
    reading.read(file, languages).catch((cause) => {
      error = String(cause?.message ?? cause);
      return '';
    }),
  );
  const text = typeof result === 'string' ? result : result.text;
  const why = typeof result === 'string' ? undefined : result.pages.map(({ recipe }) => `${recipe.reader}: ${recipe.why}`).join('; ');
  const row = { name, kind, lang, reader, cer: characterErrorRate(text, truth, spacesOf(lang)), recall: recall(text, truth), cpuSeconds, wallSeconds, why, error };
  if (values.pages || error) console.log(`${reader.padEnd(10)} ${name.padEnd(30)} CER ${(row.cer * 100).toFixed(1).padStart(5)}  recall ${((row.recall ?? 1) * 100).toFixed(1).padStart(5)}  CPU ${cpuSeconds.toFixed(2)}  ${error ?? why ?? ''}`);
  return row;
};

const rows = [];
for (const reader of readers) {
  const reading = await start(reader);
  // The first reading of each language pays for what the process compiles once, and no customer's page should.
  for (const lang of new Set(pages.map((page) => page.lang))) {
    const { file } = await pages.find((page) => page.lang === lang).load();
    await reading.read(file, languagesOf(lang)).catch(() => undefined);
  }
  for (const page of pages) {
    rows.push(await measure(reading, reader, page));
    if (process.stderr.isTTY) process.stderr.write(`\r${reader}: ${rows.length % pages.length || pages.length} of ${pages.length} `);
  }
  await reading.stop();
}
if (process.stderr.isTTY) process.stderr.write('\n');

printTable('kind', rows, readers, ({ kind, lang }) => `${kind} · ${lang}`);
printTable('language', rows, readers, ({ lang }) => lang);
printTable('all', rows, readers, () => 'all');
if (values.json) await writeFile(values.json, JSON.stringify(rows, null, 1));
