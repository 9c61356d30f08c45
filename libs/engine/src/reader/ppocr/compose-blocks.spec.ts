import { describe, expect, it } from 'vitest';
import { partOf } from './text-box.js';
import { composeBlocks } from './compose-blocks.js';
import { levelPiece, type Piece } from './pieces.js';

const LINE_PX = 20;

/** A piece with one word, 20 pixels high. */
const piece = (text: string, left: number, top: number, widthPx = 200, slant = 0): Piece => {
  const box = { x: left + widthPx / 2, y: top + LINE_PX / 2, width: widthPx, height: LINE_PX, angle: slant, score: 1 };
  return levelPiece(box, { atTop: slant, perPx: 0 }, [{ text, confidence: 1, isSpaced: false, polygon: partOf(box) }]);
};

const column = (name: string, left: number, top: number, lines: number): Piece[] => Array.from({ length: lines }, (_, index) => piece(`${name}${index + 1}`, left, top + index * 25));

const textOf = (pieces: Piece[]): string =>
  composeBlocks(pieces).map(({ lines }) => lines.map(({ words }) => words.map(({ text, isSpaced }) => (isSpaced ? ` ${text}` : text)).join('')).join('/')).join(' // ');

describe('reading order', () => {
  it('goes row by row in a receipt, names with their prices', () => {
    const rows = ['tea', 'rice', 'soup', 'fish', 'total'].flatMap((name, index) => [piece(`${index}.00`, 300, index * 25 + 3, 50), piece(name, 0, index * 25, 60 + index * 25)]);
    expect(textOf(rows)).toBe('tea 0.00/rice 1.00/soup 2.00/fish 3.00/total 4.00');
  });

  it('goes down one column of prose and then down the next', () => {
    expect(textOf([...column('b', 240, 3, 4), ...column('a', 0, 0, 4)])).toBe('a1/a2/a3/a4 // b1/b2/b3/b4');
  });

  it('goes row by row through fields that are set out loosely', () => {
    const fields = [0, 1, 2, 3].flatMap((row) => [piece(`from${row}`, 0, row * 45), piece(`to${row}`, 300, row * 45)]);
    expect(textOf(fields).replaceAll(' // ', '/')).toBe('from0 to0/from1 to1/from2 to2/from3 to3');
  });

  it('takes words whose boxes overlap for one row when they are level', () => {
    expect(textOf([piece('socks', 60, 0, 80), piece('wool', 0, 0, 78), piece('2.00', 300, 1, 50)])).toBe('wool socks 2.00');
  });

  it('goes down a column although the box of one of its lines reaches over the gutter', () => {
    const left = column('a', 0, 0, 5).map((each, index) => (index === 2 ? { ...each, right: each.right + 48 } : each));
    expect(textOf([...left, ...column('b', 240, 3, 5)])).toBe('a1/a2/a3/a4/a5 // b1/b2/b3/b4/b5');
  });

  it('keeps a title above the columns and a footer below them', () => {
    const page = [piece('footer', 0, 200, 440), ...column('b', 240, 60, 5), piece('title', 0, 0, 440), ...column('a', 0, 60, 5)];
    expect(textOf(page)).toBe('title // a1/a2/a3/a4/a5 // b1/b2/b3/b4/b5 // footer');
  });

  it('reads a caption that is set into both columns after them', () => {
    const around = [2, 3].flatMap((index) => [piece(`a${index + 1}`, 0, index * 25, 160), piece(`b${index + 1}`, 340, index * 25, 160)]);
    const full = [...column('a', 0, 0, 6), ...column('b', 300, 0, 6)].filter((each) => !/[34]/.test(each.words[0]?.text ?? ''));
    const page = [...full, ...around, piece('caption', 180, 62, 140)];
    expect(textOf(page)).toBe('a1/a2/a3/a4/a5/a6 // b1/b2/b3/b4/b5/b6 // caption');
  });

  it('begins a new block after wide white', () => {
    expect(textOf([piece('a', 0, 0), piece('b', 0, 25), piece('c', 0, 80)])).toBe('a/b // c');
  });

  it('finds rows on a page that slants', () => {
    const slant = 0.06;
    const at = (text: string, left: number, top: number): Piece => piece(text, left, top + left * Math.tan(slant), 120, slant);
    expect(textOf([at('b', 500, 0), at('d', 500, 26), at('a', 0, 0), at('c', 0, 26)])).toBe('a b/c d');
  });
});
