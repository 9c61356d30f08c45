// Every page over HTTP, two at a time, the reader left to us: what a page costs the server in CPU, and how much of it is wrong.
import { characterErrorRate, recall } from '@inkproof/engine';
import { languagesOf, spacesOf } from '../measure/pages.mjs';
import { costOf } from './cpu.mjs';
import { quantile, ms, report } from './figures.mjs';
import { atOnce, benchPages } from './pages.mjs';
import { startService, warmUp } from './service.mjs';

const AT_ONCE = 2;
const MOST_CPU = { eng: 1.1, chi_sim: 1.4 };
const MOST_ERRORS = 0.01;

const pages = await benchPages();
const service = await startService({ READERS: '2' });
await warmUp(service);
const rows = [];
for (const [lang, some] of Map.groupBy(pages, (page) => page.lang)) {
  const { result, wallSeconds, cpuSeconds } = await costOf(() => atOnce(AT_ONCE, some, (page) => service.recognise(page.file, { languages: languagesOf(lang), reader: 'auto' })), service.pid);
  result.forEach(({ body, tookMs }, at) => {
    const { kind, truth, name } = some[at];
    rows.push({ name, lang, kind, tookMs, cer: characterErrorRate(body.text, truth, spacesOf(lang)), recall: recall(body.text, truth) });
  });
  const cpuPerPage = cpuSeconds / some.length;
  const target = MOST_CPU[lang];
  report(`${lang}, ${some.length} pages: CPU s a page`, cpuPerPage.toFixed(2), cpuPerPage <= target, target && `≤ ${target}`);
  report(`${lang}: pages/s, p50 and p95`, `${(some.length / wallSeconds).toFixed(2)}, ${ms(quantile(result.map(({ tookMs }) => tookMs), 0.5))}, ${ms(quantile(result.map(({ tookMs }) => tookMs), 0.95))}`);
}
await service.stop();

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
for (const [group, members] of Map.groupBy(rows, ({ kind, lang }) => `${kind} · ${lang}`)) {
  report(group, `error rate ${(mean(members.map(({ cer }) => cer)) * 100).toFixed(2)} %, recall ${(mean(members.map((row) => row.recall ?? 1)) * 100).toFixed(1)} %`);
}
const errors = mean(rows.map(({ cer }) => cer));
report('all pages: error rate', `${(errors * 100).toFixed(2)} %`, errors <= MOST_ERRORS, '≤ 1 %');
