import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { wornPages, type WornPage } from './worn-pages.js';

const pages = wornPages(1);
const named = (name: string): WornPage => pages.find((page) => page.name === name) ?? raise(name);
const raise = (name: string): never => {
  throw new Error(`No page is named ${name}`);
};

describe('the worn pages', () => {
  it('are at least sixty, of at least twenty kinds, half of them Chinese', () => {
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pages.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(pages.filter(({ lang }) => lang === 'chi_sim')).toHaveLength(pages.length / 2);
  });

  it.each(['en-thermal-receipt-1', 'zh-historic-print-1'])('are the same for the same seed and others for another: %s', async (name) => {
    const [first, again] = [await named(name).draw(), await named(name).draw()];
    const other = await wornPages(2).find(({ kind, lang }) => kind === named(name).kind && lang === named(name).lang)?.draw();
    expect(first.file.equals(again.file)).toBe(true);
    expect(other?.truth).not.toBe(first.truth);
  });

  it('say what stands on them', async () => {
    const { file, truth } = await named('zh-clean-table-1').draw();
    expect(truth).toContain('增值税普通发票');
    expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 1080 });
  });

  it('lie as their kind says', async () => {
    const { width, height } = await sharp((await named('en-lying-right-1').draw()).file).metadata();
    expect(width).toBeGreaterThan(height);
  });
});
