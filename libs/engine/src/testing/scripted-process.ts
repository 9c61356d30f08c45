/**
 * Stands in a seat where a reader process would, and does what a spec wrote into the "file": so that losses, hangs and growth
 * come when they are called for. Runs as it is, without being built, so it may import types only.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Ask, DocumentAsk } from '../pool/message.js';

/** What happens when a page is asked for: `fill` takes a hundred million bytes and reads it, `swell` takes them until it is stopped. `once` names a file that keeps it from happening again. */
export interface ScriptedPage {
  ms?: number;
  then?: 'die' | 'hang' | 'fill' | 'swell' | 'corrupt' | 'too_many_pixels' | 'unsupported';
  once?: string;
}

export interface Script {
  name: string;
  opening?: ScriptedPage;
  pages: ScriptedPage[];
}

const documents = new Map<number, Script>();
const swollen: Buffer[] = [];
const say = (answer: Answer): void => void process.send?.(answer);
const happens = ({ once }: ScriptedPage): boolean => {
  if (once === undefined) return true;
  if (existsSync(once)) return false;
  writeFileSync(once, '');
  return true;
};

const suffer = async (page: ScriptedPage): Promise<boolean> => {
  if (page.ms) await wait(page.ms);
  if (!page.then || !happens(page)) return false;
  if (page.then === 'die') process.kill(process.pid, 'SIGKILL');
  if (page.then === 'hang') await new Promise(() => setInterval(() => {}, 1_000));
  if (page.then === 'fill') {
    swollen.push(Buffer.alloc(1e8, 1));
    return false;
  }
  if (page.then === 'swell') for (;;) await wait(20).then(() => swollen.push(Buffer.alloc(16 * 2 ** 20, 1)));
  const { then } = page;
  if (then === 'corrupt') say({ kind: 'unreadable', reason: then, detail: 'The page is damaged.' });
  else say({ kind: 'unreadable', reason: then as 'too_many_pixels' | 'unsupported', detail: 'The page is not read.', limit: { name: 'max_pixels', max: 1, actual: 2 } });
  return true;
};

const open = async ({ document, file, pages }: DocumentAsk): Promise<void> => {
  const script = JSON.parse(new TextDecoder().decode(file)) as Script;
  if (script.opening && (await suffer(script.opening))) return;
  documents.set(document, script);
  const all = script.pages.map((_, index) => index + 1);
  say({ kind: 'opened', facts: { mediaType: 'text/plain', pages: all.length, frames: 1 }, pages: Array.isArray(pages) ? (pages as number[]) : all, inputSha256: '' });
};

const read = async ({ document, number, threads }: Extract<Ask, { kind: 'page' }>): Promise<void> => {
  const script = documents.get(document);
  if (!script) throw new Error('not open');
  if (await suffer(script.pages[number - 1] ?? {})) return;
  const quality = { sharpness: null, contrast: null, textHeightPx: null, warnings: [] };
  const recipe = { reader: null, why: `read by ${process.pid}`, languages: [`${threads} threads`], steps: [] };
  const text = `${script.name}${number}`;
  const page = { number, width: 1, height: 1, dpi: null, rotation: 0 as const, mirrored: false, skew: 0, quality, text, confidence: null, blocks: [], recipe };
  say({ kind: 'page', page, rssBytes: process.memoryUsage.rss() });
};

process.on('disconnect', () => process.exit());
let last = Promise.resolve();
process.on('message', (given) => {
  const ask = given as Ask;
  if (ask.kind === 'close') return void documents.delete(ask.document);
  last = last.then(() => (ask.kind === 'open' ? open(ask) : read(ask)));
});
say({ kind: 'ready', readers: [] });
