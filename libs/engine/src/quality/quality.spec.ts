import { asPhoto, drawPage, drawSheet } from '@inkproof/drawn-pages';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../image/grey-image.js';
import { adviceFor } from './advice.js';
import { quality, type TextFacts } from './quality.js';

const lines = ['The quick brown fox jumps over the', 'lazy dog, and the dog sleeps on as', 'dogs do when foxes are too quick to', 'be worth the trouble of getting up.'];
const page = drawPage({ lines: [...lines, ...lines, ...lines], fontPx: 28 });

const greyOf = async (picture: Sharp): Promise<GreyImage> => {
  const { data, info } = await picture.flatten({ background: '#fff' }).greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: data };
};

const facts: TextFacts = { textHeightPx: 15, isHan: false, confidence: 0.9, lines: [[[60, 60], [400, 60], [400, 90], [60, 90]]] };
const of = async (picture: Sharp, others: Partial<TextFacts> = {}) => quality(await greyOf(picture), { ...facts, ...others });

/** Brightness as a function of the place on the page, from 0 to 1 each way. */
const lit = async (light: (u: number, v: number) => number): Promise<GreyImage> => {
  const { width, height, grey } = await greyOf(sharp(page));
  return { width, height, grey: grey.map((level, at) => Math.max(0, Math.min(255, level * light((at % width) / width, Math.floor(at / width) / height)))) };
};

describe('the quality of a picture', () => {
  it('finds nothing wrong with a clean page, nor with a good photograph of it', async () => {
    const { sharpness, contrast, warnings } = await of(sharp(page));
    expect(sharpness).toBeGreaterThan(0.85);
    expect(contrast).toBeGreaterThan(0.85);
    expect(warnings).toEqual([]);
    expect((await of(sharp(await asPhoto(page)))).warnings).toEqual([]);
  });

  it('falls with every step of blur, and warns when letters run together', async () => {
    const steps = await Promise.all([0.5, 1, 2, 3, 5].map((sigma) => of(sharp(page).blur(sigma))));
    const sharpness = steps.map((step) => step.sharpness ?? 0);
    expect([...sharpness].sort((one, other) => other - one)).toEqual(sharpness);
    expect(steps.map(({ warnings }) => warnings.includes('blur'))).toEqual([false, false, false, true, true]);
  });

  it('forgives a blur that is small against the letters', async () => {
    const large = drawPage({ lines: ['Large letters', 'on a poster'], fontPx: 140 });
    expect((await of(sharp(large).blur(3), { textHeightPx: 75 })).warnings).toEqual([]);
  });

  it('warns of faint ink, on light and on dark paper', async () => {
    expect((await of(sharp(drawPage({ lines, ink: '#c4c4c4' })))).warnings).toEqual(['low_contrast']);
    expect((await of(sharp(drawPage({ lines, ink: '#4a4a4a', paper: '#222' })))).warnings).toEqual(['low_contrast']);
    expect((await of(sharp(drawPage({ lines, ink: '#eee', paper: '#222' })))).warnings).toEqual([]);
  });

  it('warns of light that falls off, and not of a dark bar', async () => {
    expect(quality(await lit((u) => 1 - 0.8 * u), facts).warnings).toEqual(['uneven_light']);
    const bar = drawSheet({ widthPx: 900, heightPx: 900 }, (pen) => {
      pen.fill(0, 0, 900, 160, '#333');
      pen.text(60, 100, 'White on a bar', { ink: '#fff' });
      lines.forEach((line, index) => pen.text(60, 260 + index * 60, line));
    });
    expect((await of(sharp(bar))).warnings).toEqual([]);
  });

  it('warns of a reflection, and not of paper that is simply white', async () => {
    const spot = (u: number, v: number): number => (Math.hypot(u - 0.5, v - 0.5) < 0.16 ? 9 : 0.8);
    const image = await lit(spot);
    expect(quality({ ...image, grey: image.grey.map((level, at) => (spot((at % image.width) / image.width, Math.floor(at / image.width) / image.height) > 1 ? 255 : level)) }, facts).warnings).toEqual(['glare']);
  });

  it('warns of small letters by their script', async () => {
    expect((await of(sharp(page), { textHeightPx: 5 })).warnings).toContain('too_small');
    expect((await of(sharp(page), { textHeightPx: 9 })).warnings).toEqual([]);
    expect((await of(sharp(page), { textHeightPx: 9, isHan: true })).warnings).toEqual(['too_small']);
  });

  it('warns when lines run over an edge, and not when one mark touches it', async () => {
    const { width } = await greyOf(sharp(page));
    const line = (top: number): TextFacts['lines'][number] => [[60, top], [width, top], [width, top + 30], [60, top + 30]];
    expect((await of(sharp(page), { lines: [line(60), line(110)] })).warnings).toEqual(['cut_edge']);
    expect((await of(sharp(page), { lines: [line(60)] })).warnings).toEqual([]);
    expect((await of(sharp(page), { lines: [[[60, 0], [width - 60, 0], [width - 60, 20], [60, 20]]] })).warnings).toEqual(['cut_edge']);
  });

  it('warns of a reader that was unsure', async () => {
    expect((await of(sharp(page), { confidence: 0.5 })).warnings).toEqual(['low_confidence']);
  });

  it('knows nothing of a blank page and warns of nothing', async () => {
    const blank = { width: 600, height: 800, grey: new Uint8Array(480_000).fill(250) };
    expect(quality(blank, { textHeightPx: null, isHan: false, confidence: null, lines: [] })).toEqual({ sharpness: null, contrast: null, textHeightPx: null, warnings: [] });
    expect(quality({ width: 1, height: 1, grey: new Uint8Array([0]) }, { textHeightPx: null, isHan: false, confidence: null, lines: [] }).warnings).toEqual([]);
  });

  it('comes with advice for every warning', () => {
    for (const warning of ['blur', 'glare', 'too_small', 'low_contrast', 'cut_edge', 'uneven_light', 'low_confidence'] as const) expect(adviceFor(warning)).toMatch(/^[A-Z].*\.$/);
  });
});
