import { describe, expect, it } from 'vitest';
import { wordBegins } from './wide-words.js';

const cut = (run: string): string[] => {
  const characters = [...run];
  const begins = wordBegins(run);
  return begins.map((begin, index) => characters.slice(begin, begins[index + 1]).join(''));
};

describe('the words of a run without spaces', () => {
  it('are the run itself in Latin, whatever stands in it', () => {
    expect(cut("don't-stop@example.com")).toEqual(["don't-stop@example.com"]);
  });

  it('are found by dictionary in Chinese', () => {
    expect(cut('北京大学学生')).not.toHaveLength(1);
    expect(cut('北京大学学生').join('')).toBe('北京大学学生');
  });

  it('keep a mark with the word that it closes or opens', () => {
    expect(cut('你好，（世界）。')).toEqual(['你好，', '（世界）。']);
  });

  it('change where the script does', () => {
    expect(cut('使用GPT模型')).toContain('GPT');
  });

  it('are counted in characters, however many bytes one takes', () => {
    expect(cut('𠮷野家').join('|')).toMatch(/^𠮷/);
    expect(cut('𠮷野家').join('')).toBe('𠮷野家');
  });
});
