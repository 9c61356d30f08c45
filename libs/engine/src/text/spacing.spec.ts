import { describe, expect, it } from 'vitest';
import { word } from '../testing/scripted-reader.js';
import { between } from './spacing.js';

const LINE_HEIGHT = 20;

/** Sets two words with a gap and asks what stands between them. */
const joined = (left: string, right: string, { gapPx = 6, isSpaced = true } = {}): string =>
  left + between(word(left), word(right, [...left].length * 10 + gapPx, { isSpaced }), LINE_HEIGHT) + right;

describe('between two words stands', () => {
  it('a space when both are Latin', () => {
    expect(joined('Total', 'due')).toBe('Total due');
  });

  it('nothing when the reader saw no space, whatever the gap', () => {
    expect(joined('科', '技', { isSpaced: false, gapPx: 90 })).toBe('科技');
    expect(joined('共', '3', { isSpaced: false })).toBe('共3');
  });

  it('nothing between Han that stand close, even where the reader saw a space', () => {
    expect(joined('北京', '市')).toBe('北京市');
  });

  it('nothing beside full-width punctuation, which brings its own room', () => {
    expect(joined('一。', '二', { gapPx: 14 })).toBe('一。二');
    expect(joined('，', '平均', { gapPx: 14 })).toBe('，平均');
  });

  it('nothing around a lone mark among Han: it is a full-width mark read as a narrow one', () => {
    expect(joined('单位', ':')).toBe('单位:');
    expect(joined(':', '北京', { gapPx: 20 })).toBe(':北京');
  });

  it('a space between Han where a column begins', () => {
    expect(joined('数量', '单价', { gapPx: 80 })).toBe('数量 单价');
  });

  it('what the writer set between Han and Latin, since both styles are good', () => {
    expect(joined('共', '3')).toBe('共 3');
    expect(joined('Node.js', '开发')).toBe('Node.js 开发');
    expect(joined('Node.js', '开发', { isSpaced: false })).toBe('Node.js开发');
  });

  it('nothing between kana and Han', () => {
    expect(joined('東京', 'の')).toBe('東京の');
  });
});
