import { describe, expect, it } from 'vitest';
import type { Polygon } from '../reading.js';
import { asAlto } from './alto.js';
import { anyText } from './testing/any-text.js';
import { typeset } from './testing/typeset.js';
import { altoFaults, wellFormed } from './testing/xml.js';

const page = typeset(800, 600, [
  { x: 60, y: 40, lines: ['Delivery note'], fontPx: 48, type: 'heading', level: 1 },
  { x: 60, y: 160, lines: ['3 boxes of paper', '共|三|箱 note'] },
]);

describe('a reading as ALTO', () => {
  it('is valid by the schema, with headings told by tags', () => {
    const alto = asAlto([page]);
    expect(altoFaults(alto)).toBe('');
    expect(alto).toContain('<StructureTag ID="heading-1" TYPE="heading" LABEL="heading-1"/>');
    expect(alto).toMatch(/<TextBlock ID="block_1_1"[^>]* TAGREFS="heading-1">/);
  });

  it('is valid for several pages, an empty one among them', () => {
    expect(altoFaults(asAlto([page, { ...page, number: 2, blocks: [], text: '', confidence: null }, { ...page, number: 3 }]))).toBe('');
  });

  it('has a space only where the text has one', () => {
    const contents = [...asAlto([page]).matchAll(/<SP |CONTENT="([^"]*)"/g)].map(([all, content]) => content ?? all.trim());
    expect(contents).toEqual(['Delivery', '<SP', 'note', '3', '<SP', 'boxes', '<SP', 'of', '<SP', 'paper', '共', '三', '箱', '<SP', 'note']);
  });

  it('outlines what is slanted and only that', () => {
    const [block, ...rest] = page.blocks;
    if (!block) throw new Error('The page has blocks');
    const slanted: Polygon = [[60, 50], [400, 62], [398, 110], [58, 98]];
    const alto = asAlto([{ ...page, blocks: [{ ...block, polygon: slanted }, ...rest] }]);
    expect(alto).toContain('<Shape><Polygon POINTS="60,50 400,62 398,110 58,98"/></Shape>');
    expect(alto.match(/<Shape>/g)).toHaveLength(1);
    expect(altoFaults(alto)).toBe('');
  });

  it('names no file', () => {
    expect(wellFormed(asAlto([page])).toString()).not.toContain('fileName');
  });

  it('holds any text at all', () => {
    for (let seed = 1; seed <= 60; seed++) expect(altoFaults(asAlto([anyText(seed)]))).toBe('');
  });
});
