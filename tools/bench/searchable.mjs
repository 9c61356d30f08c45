// Searchable PDFs against the best known tool for them, picture by picture: cost, size, and whether the text comes out again.
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { a4, kinds } from '@inkproof/drawn-pages';
import { characterErrorRate } from '@inkproof/engine';
import { spacesOf } from '../measure/pages.mjs';
import { isPeerInstalled, PEER } from '../measure/peer.mjs';
import { costOf } from './cpu.mjs';
import { median, report } from './figures.mjs';
import { startService, warmUp } from './service.mjs';

const DPI = 200;
const RUNS = 5;
const READERS = 2;
const isInstalled = (command) => spawnSync(command, ['--version']).error === undefined;
/** Its complaint, or null when it did it. Waited for without holding up this process, whose connections would be closed meanwhile. */
const ocrmypdf = (args) => new Promise((resolve) => execFile('ocrmypdf', args, { env: { ...process.env, OMP_THREAD_LIMIT: '1' } }, (error, _, stderr) => resolve(error && (stderr || String(error)))));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-searchable-'));

const scenes = [
  ['A4, English', 'eng', await a4('eng', DPI)],
  ['A4, Chinese', 'chi_sim', await a4('chi_sim', DPI)],
  ['folded letter, English', 'eng', await kinds['folded letter']('eng', 5)],
  ['table, Chinese', 'chi_sim', await kinds['clean table']('chi_sim', 5)],
];
const textOf = (pdf, ...flags) => spawnSync('pdftotext', [...flags, pdf, '-'], { encoding: 'utf8', maxBuffer: 64 << 20 }).stdout;
const percent = (rate) => `${(rate * 100).toFixed(2)} %`;

const measure = async (service, [what, lang, { file, truth }]) => {
  const [picture, ours, theirs] = ['picture', 'ours.pdf', 'theirs.pdf'].map((name) => path.join(folder, name));
  fs.writeFileSync(picture, file);
  const make = () => service.recognise(file, { languages: [lang], outputs: 'pdf' });
  // A reader takes memory for its first page of a size, and keeps it.
  await Promise.all(Array.from({ length: READERS }, make));
  const [ourCpu, theirCpu] = [[], []];
  let text = '';
  for (let run = 0; run < RUNS; run++) {
    const { result, cpuSeconds } = await costOf(make, service.pid);
    ourCpu.push(cpuSeconds);
    text = result.body.text;
    fs.writeFileSync(ours, Buffer.from(result.body.outputs[0].base64, 'base64'));
    if (!isInstalled('ocrmypdf')) continue;
    const before = await costOf(() => ocrmypdf(['--quiet', '--jobs', '1', '--output-type', 'pdf', '--image-dpi', String(DPI), '-l', lang, picture, theirs]));
    if (before.result === null) theirCpu.push(before.cpuSeconds);
    else console.log(`ocrmypdf: ${before.result}`);
  }
  const ratio = fs.statSync(ours).size / file.length;
  report(`${what}: size against the picture's`, `${ratio.toFixed(3)} ×`, ratio <= 1.05, '≤ 1.05 ×');
  if (isInstalled('pdftotext')) {
    const errorsOf = (said) => characterErrorRate(said, truth, spacesOf(lang));
    for (const flags of [[], ['-raw']]) {
      const cer = errorsOf(textOf(ours, ...flags));
      report(`${what}: errors in pdftotext ${flags.join(' ')}`, `${percent(cer)} (${percent(errorsOf(text))} in the answer itself)`, cer <= 0.01, '≤ 1 %');
    }
  }
  if (theirCpu.length) report(`${what}: CPU against ocrmypdf`, `${(median(ourCpu) / median(theirCpu)).toFixed(2)} × (${median(ourCpu).toFixed(2)} to ${median(theirCpu).toFixed(2)} s)`, median(ourCpu) <= 0.6 * median(theirCpu), '≤ 0.6 ×');
};

const measureAll = async (some, environment = {}) => {
  const service = await startService({ READERS: String(READERS), ...environment });
  await warmUp(service);
  for (const scene of some) await measure(service, scene);
  await service.stop();
};

await measureAll(scenes);
// What an operator gains by NATIVE_TESSERACT. Chinese print is read by PP-OCR with it and without.
if (isPeerInstalled()) await measureAll(scenes.filter(([, lang]) => lang === 'eng').map(([what, ...rest]) => [`${what}, accelerated`, ...rest]), { NATIVE_TESSERACT: PEER });
fs.rmSync(folder, { recursive: true, force: true });
