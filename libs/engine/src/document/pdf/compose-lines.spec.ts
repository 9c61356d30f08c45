import { describe, expect, it } from 'vitest';
import { composeLines } from './compose-lines.js';
import type { PlacedCharacter } from './page-characters.js';

/** Letters ten wide and ten high, one after another. */
const typed = (text: string, x = 0, y = 0, quarters: PlacedCharacter['quarters'] = 0): PlacedCharacter[] =>
  [...text].map((letter, index) => (letter === ' ' || letter === '\n' ? { text: letter, left: 0, top: 0, right: 0, bottom: 0, quarters: 0 } : { text: letter, left: x + index * 10, top: y, right: x + index * 10 + 10, bottom: y + 10, quarters }));

const textOf = (characters: readonly PlacedCharacter[]): string[] => composeLines(characters).map(({ words }) => words.map(({ text, isSpaced }) => (isSpaced ? ' ' : '') + text).join(''));

describe('characters become lines', () => {
  it('of words with spaces between them', () => {
    expect(textOf(typed('two words'))).toEqual(['two words']);
    expect(composeLines(typed('two words'))[0]?.words.map(({ text }) => text)).toEqual(['two', 'words']);
  });

  it('that end where the file says so', () => {
    expect(textOf([...typed('one\n'), ...typed('two', 40, 0)])).toEqual(['one', 'two']);
  });

  it('that end where the next one begins, below or back at the margin', () => {
    expect(textOf([...typed('one'), ...typed('two', 0, 12)])).toEqual(['one', 'two']);
    expect(textOf([...typed('column'), ...typed('two', -200, 3)])).toEqual(['column', 'two']);
  });

  it('that go on over a raised letter', () => {
    expect(textOf([...typed('x'), { ...typed('2', 10, -4)[0]!, bottom: 2 }, ...typed('+1', 20)])).toEqual(['x2+1']);
  });

  it('that go on over a raised letter even when the file ends the line there', () => {
    const raised = { ...typed('2', 10, -4)[0]!, bottom: 2 };
    expect(textOf([...typed('x\n'), raised, ...typed('\n'), ...typed('y', 24)])).toEqual(['x2 y']);
  });

  it('of which each word lies where its letters lie', () => {
    expect(composeLines(typed('ab cd', 100, 50))[0]?.words[1]?.polygon).toEqual([[130, 50], [150, 50], [150, 60], [130, 60]]);
  });

  it('that keep the corners of turned text in the order of its reading', () => {
    const down = ['a', 'b'].map((text, index): PlacedCharacter => ({ text, left: 0, top: index * 10, right: 10, bottom: index * 10 + 10, quarters: 1 }));
    const [line] = composeLines(down);
    expect(line?.words.map(({ text }) => text)).toEqual(['ab']);
    expect(line?.polygon).toEqual([[10, 0], [10, 20], [0, 20], [0, 0]]);
  });

  it('and Chinese is cut into words without spaces', () => {
    const [line] = composeLines(typed('你好，世界'));
    expect(line?.words.map(({ text }) => text)).toEqual(['你好，', '世界']);
    expect(line?.words.every(({ isSpaced }) => !isSpaced)).toBe(true);
  });

  it('or nothing, where there is nothing', () => {
    expect(composeLines(typed(' \n '))).toEqual([]);
  });
});
