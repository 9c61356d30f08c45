import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Builds the console and lays beside its standalone server what Next leaves for a CDN: the static files and `public`.
 * The sample pictures are the project's own, kept once at its root. What pdf.js fetches while it draws comes from its package.
 */
const here = import.meta.dirname;
const root = path.join(here, '../..');
const samples = path.join(here, 'public/samples');

rmSync(samples, { recursive: true, force: true });
mkdirSync(samples, { recursive: true });
if (existsSync(path.join(root, 'samples'))) cpSync(path.join(root, 'samples'), samples, { recursive: true, filter: (file) => path.extname(file) === '' || /\.(png|jpe?g|webp)$/i.test(file) });

const pdfjs = path.join(here, 'public/pdfjs');
const pdfjsPackage = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
rmSync(pdfjs, { recursive: true, force: true });
for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) cpSync(path.join(pdfjsPackage, folder), path.join(pdfjs, folder), { recursive: true });
cpSync(path.join(pdfjsPackage, 'build/pdf.worker.min.mjs'), path.join(pdfjs, 'pdf.worker.min.mjs'));

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const built = spawnSync(process.execPath, [next, 'build'], { cwd: here, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
if (built.status !== 0) process.exit(built.status ?? 1);

const standalone = path.join(here, '.next/standalone/apps/console');
for (const [from, to] of [['.next/static', '.next/static'], ['public', 'public']]) {
  const target = path.join(standalone, to);
  rmSync(target, { recursive: true, force: true });
  cpSync(path.join(here, from), target, { recursive: true });
}
