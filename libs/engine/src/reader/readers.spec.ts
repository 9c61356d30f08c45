import { describe, expect, it } from 'vitest';
import { ScriptedReader } from '../testing/scripted-reader.js';
import { Readers } from './readers.js';

const started: string[] = [];
const start = (name: 'tesseract' | 'ppocr') => (languages: readonly string[]) => {
  started.push(`${name} ${languages.join('+')}`);
  return Promise.resolve(new ScriptedReader([], name));
};

describe('the readers', () => {
  const readers = new Readers({ tesseract: start('tesseract'), ppocr: start('ppocr') });

  it('are those that can be started', () => {
    expect(readers.available).toEqual(['tesseract', 'ppocr']);
    expect([readers.has('ppocr'), readers.has('native')]).toEqual([true, false]);
  });

  it('are started once for a list of languages, or once for all', async () => {
    for (const languages of [['eng'], ['chi_sim'], ['eng']]) {
      await readers.take('tesseract', languages);
      await readers.take('ppocr', languages);
    }
    expect(started).toEqual(['tesseract eng', 'ppocr ', 'tesseract chi_sim']);
  });

  it('are refused by their name when they are not there', async () => {
    await expect(readers.take('native', ['eng'])).rejects.toThrow('The reader "native" is not available here. There is tesseract, ppocr.');
  });

  it('stop together', async () => {
    const one = (await readers.take('ppocr', [])) as ScriptedReader;
    await readers.stop();
    expect(one.isStopped).toBe(true);
  });
});
