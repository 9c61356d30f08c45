// The whole product, started for one part of the bench, and one way to ask it.
import fs from 'node:fs';
import { kinds } from '@inkproof/drawn-pages';
import { descendantsOf, launch, newDataFolder } from '../parts/launch.mjs';
import { mediaTypeOf } from './pages.mjs';
import { widenQuota } from './widen-quota.mjs';

const TAGS = { eng: 'en', chi_sim: 'zh-Hans' };

export const startService = async (environment = {}) => {
  const folder = newDataFolder();
  // No worker: nothing here is a job, and its reader would only take memory.
  const launched = await launch({ WORKERS: '0', UPLOAD_MAX_BYTES: '100000000', IMAGE_MAX_PIXELS: '100000000', ...environment }, folder);
  await widenQuota(launched.ready);
  const { api, apiKey } = launched.ready;
  const pid = launched.process.pid;
  /** Answers the status, the body and how long it took, whatever the status is. */
  const ask = async (file, { languages = ['eng'], signal, ...options } = {}) => {
    const query = new URLSearchParams({ languages: languages.map((code) => TAGS[code] ?? code).join(','), ...options });
    const startedMs = performance.now();
    const answer = await fetch(`${api}/v1/recognitions?${query}`, { method: 'POST', signal, headers: { authorization: `Bearer ${apiKey}`, 'content-type': mediaTypeOf(file) }, body: file });
    const body = await answer.json();
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body, tookMs: performance.now() - startedMs };
  };
  const recognise = async (file, options) => {
    const answer = await ask(file, options);
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const residentBytes = () => descendantsOf(pid).filter(({ command }) => !/postgres/.test(command)).reduce((sum, one) => sum + one.residentBytes, 0);
  const stop = async () => {
    await launched.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ask, recognise, pid, residentBytes, stop, api, apiKey };
};

/** Both languages and both readers compiled and loaded in both processes, which no customer waits for. */
export const warmUp = async (service) => {
  for (const lang of ['eng', 'chi_sim']) {
    const { file } = await kinds['crisp receipt'](lang, 1);
    for (const reader of ['tesseract', 'ppocr']) await Promise.all([1, 2, 3, 4].map(() => service.recognise(file, { languages: [lang], reader })));
  }
};
