import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const run = (tool: string, args: readonly string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (error) throw new Error(`${tool} is not installed; npm test brings it, and so does apt-get install poppler-utils qpdf`);
  return { status, said: stdout + stderr };
};

/** A PDF as poppler and qpdf, who know nothing of us, see it. */
export class Judged {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'inkproof-pdf-'));
  readonly file = path.join(this.#folder, 'page.pdf');

  constructor(pdf: Uint8Array) {
    writeFileSync(this.file, pdf);
  }

  text(...options: string[]): string {
    return run('pdftotext', ['-enc', 'UTF-8', ...options, this.file, '-']).said;
  }

  /** Words with their boxes in pixels, at so many points a pixel. */
  words(pointsPerPx: number): { text: string; left: number; top: number; right: number; bottom: number }[] {
    return [...this.text('-bbox', '-cropbox').matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map(([, left, top, right, bottom, text = '']) => ({
      text,
      left: Number(left) / pointsPerPx,
      top: Number(top) / pointsPerPx,
      right: Number(right) / pointsPerPx,
      bottom: Number(bottom) / pointsPerPx,
    }));
  }

  fonts(): string {
    return run('pdffonts', [this.file]).said;
  }

  images(): string {
    return run('pdfimages', ['-list', this.file]).said;
  }

  /** What qpdf finds wrong; empty when nothing is. */
  faults(): string {
    const { status, said } = run('qpdf', ['--check', this.file]);
    return status === 0 ? '' : said;
  }

  /** The first page as a viewer shows it, as a PNG. */
  picture(dpi: number): string {
    run('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', this.file, path.join(this.#folder, 'shown')]);
    return path.join(this.#folder, 'shown.png');
  }

  /** The first picture as it lies in the file. */
  stored(): string {
    run('pdfimages', ['-png', this.file, path.join(this.#folder, 'stored')]);
    return path.join(this.#folder, 'stored-000.png');
  }

  forget(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
