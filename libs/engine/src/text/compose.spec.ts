import { describe, expect, it } from 'vitest';
import { block, word } from '../testing/scripted-reader.js';
import { compose } from './compose.js';

describe('the text of a page', () => {
  const found = [block([word('Delivery'), word('note', 90)], [word('共'), word('三', 12), word('箱', 24)]), block([word('𠮷'), word('ok', 20)])];
  const { text, blocks } = compose(found);

  it('has a line for each line and an empty line between blocks', () => {
    expect(text).toBe('Delivery note\n共三箱\n\n𠮷 ok');
  });

  it('holds every word exactly at its span, counted in code points', () => {
    const characters = [...text];
    const words = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    expect(words.map(({ span: [begin, end] }) => characters.slice(begin, end).join(''))).toEqual(words.map((each) => each.text));
    expect(words.at(-1)?.span).toEqual([21, 23]);
  });

  it('holds every line as the line says it', () => {
    expect(blocks.flatMap(({ lines }) => lines.map((line) => line.text))).toEqual(['Delivery note', '共三箱', '𠮷 ok']);
  });

  it('is empty when nothing was found', () => {
    expect(compose([])).toEqual({ text: '', blocks: [] });
  });
});
