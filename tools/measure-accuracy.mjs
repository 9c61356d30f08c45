/**
 * How well the engine reads a folder of pages: `node tools/measure-accuracy.mjs <folder> [name]`.
 * The folder holds `manifest.json`, a list of { name, image, truth, lang, kind }: picture, UTF-8 text, tesseract's language code, any word for the kind.
 * With a name (a part of one is enough) only those pages are read, and each is printed. Build the engine first.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { characterErrorRate, ReaderPool } from '@inkproof/engine';

const [folder, only] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? node tools/measure-accuracy.mjs <folder with manifest.json> [part of a name]');
  process.exit(2);
}

const pages = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')).filter(({ name }) => !only || name.includes(only));
const processes = availableParallelism();
const pool = await ReaderPool.start({ processes, maxQueued: pages.length, deadlineMs: 3_600_000, caps: { maxPixels: 100_000_000, maxPages: 20 } });

const languagesOf = (lang) => (lang === 'mixed' || lang === 'mix' ? ['chi_sim', 'eng'] : lang.split('+'));
let done = 0;

const measured = await Promise.all(
  pages.map(async ({ name, image, truth, lang, kind }) => {
    const [picture, written] = await Promise.all([readFile(path.join(folder, image)), readFile(path.join(folder, truth), 'utf8')]);
    const languages = languagesOf(lang);
    const reading = await pool.read(picture, { languages });
    const text = reading.pages.map((page) => page.text).join('\n');
    const isEnglish = languages.length === 1 && languages[0] === 'eng';
    process.stderr.write(`\r${++done} of ${pages.length}`);
    return { name, kind, lang, rate: characterErrorRate(text, written, isEnglish ? 'collapsed' : 'dropped') };
  }),
);
process.stderr.write('\n');
await pool.stop();

const mean = (rates) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
const percent = (rate) => `${(rate * 100).toFixed(2)} %`.padStart(9);
const table = (title, key) => {
  console.log(`\n${title.padEnd(16)}${'pages'.padStart(6)}${'CER'.padStart(9)}`);
  for (const [group, members] of Map.groupBy(measured, key)) console.log(`${group.padEnd(16)}${String(members.length).padStart(6)}${percent(mean(members.map(({ rate }) => rate)))}`);
};

if (only) table('page', ({ name }) => name);
table('kind', ({ kind }) => kind);
table('language', ({ lang }) => lang);
table('all', () => 'all');
