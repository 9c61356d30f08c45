import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from './markdown.js';
import { inline, lineStart } from './markdown-escape.js';
import { printable } from './printable.js';
import { anyText } from './testing/any-text.js';
import { typeset, type SetBlock } from './testing/typeset.js';

const markdown = (...blocks: SetBlock[]): string => asMarkdown([typeset(1200, 900, blocks)]);

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
/** What a reader of the rendered page sees, white space aside. */
const shown = (text: string): string =>
  (marked.parse(text, { async: false })).replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '').replace(/\s+/g, '');

describe('a reading as Markdown', () => {
  it('marks headings by their level', () => {
    expect(markdown({ x: 50, y: 40, lines: ['Delivery', 'note'], type: 'heading', level: 2 })).toBe('## Delivery note\n');
  });

  it('writes bullets as a list and keeps what continues an item with it', () => {
    expect(markdown({ x: 50, y: 40, lines: ['• first', '• second item that goes', 'on below', '- third'], type: 'list' })).toBe('- first\n- second item that goes\n  on below\n- third\n');
  });

  it('counts where Markdown would count the same', () => {
    expect(markdown({ x: 50, y: 40, lines: ['3. three', '4. four'], type: 'list' })).toBe('3. three\n4. four\n');
    expect(markdown({ x: 50, y: 40, lines: ['一、总则', '二、范围'], type: 'list' })).toBe('- 一、总则\n- 二、范围\n');
  });

  it('writes tables with their first row as the head', () => {
    const cells = ['Item', 'A|B', 'Pen', '1'].map((text, index) => ({ row: index >> 1, column: index % 2, rowSpan: 1, columnSpan: 1, text, polygon: typeset(10, 10, []).blocks[0]?.polygon ?? [[0, 0], [0, 0], [0, 0], [0, 0]] }));
    const block = { x: 50, y: 40, lines: ['Item A|B', 'Pen 1'], type: 'table' as const, table: { rows: 2, columns: 2, cells } } as SetBlock;
    expect(markdown(block)).toBe('| Item | A\\|B |\n| --- | --- |\n| Pen | 1 |\n');
  });

  it('breaks a line where its author did and not where the paper did', () => {
    expect(markdown({ x: 50, y: 40, lines: ['The quick brown fox jumps over', 'the lazy dog and is gone.', 'Yes.', 'No.'] })).toBe('The quick brown fox jumps over\nthe lazy dog and is gone.\\\nYes.\\\nNo.\n');
  });

  it('joins Chinese lines without a space', () => {
    expect(markdown({ x: 50, y: 40, lines: ['识别结果仅供参考不得', '作为唯一依据。'] })).toBe('识别结果仅供参考不得作为唯一依据。\n');
  });

  it('rules a line between pages and says nothing of empty ones', () => {
    const page = typeset(600, 300, [{ x: 50, y: 40, lines: ['text'] }]);
    expect(asMarkdown([page, { ...page, blocks: [] }, page])).toBe('text\n\n---\n\ntext\n');
    expect(asMarkdown([{ ...page, blocks: [] }])).toBe('');
  });

  it.each(['# no heading', '- no item', '1. no item', '> no quotation', '---', '===', '*plain*', '_plain_', '`plain`', '[a](b)', '<b>bold</b>', '&amp;', '~~gone~~', '| a | b |', '```', '+ 1', 'a_b_c', '1) x', '\\*'])('shows %j as it is', (text) => {
    expect(shown(`${lineStart(text)}\n`)).toBe(text.replace(/\s+/g, ''));
    expect(shown(`before ${inline(text)}\n`)).toBe(`before${text.replace(/\s+/g, '')}`);
  });

  it('shows any text as it is', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const page = anyText(seed);
      expect(shown(asMarkdown([page])), `seed ${seed}`).toBe(printable(page.blocks.flatMap(({ lines }) => lines.map(({ text }) => text)).join('')).replace(/\s+/g, ''));
    }
  });
});
