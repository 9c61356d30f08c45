import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { drawPage } from '@inkproof/drawn-pages';
import { afterAll, describe, expect, it } from 'vitest';
import { read } from '../../read.js';
import { caps } from '../../testing/pages.js';
import { Readers } from '../readers.js';
import { NativeReader } from './native-reader.js';

/** Brought by `npm test` where it is missing. */
const BINARY = 'tesseract';

const english = drawPage({ lines: ['Delivery note 4471', 'Twelve boxes of paper, 48.60', 'Received in good order'], fontPx: 36 });
const chinese = drawPage({ lines: ['送货单编号二零二六', '收货单位：墨证科技有限公司'], fontPx: 36 });
const foldersOfOurs = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`inkproof-native-${process.pid}-`));

it('a binary that is not there is not found', async () => {
  expect(await NativeReader.find('/nowhere/tesseract')).toBeUndefined();
  await expect(NativeReader.start('/nowhere/tesseract', ['eng'])).rejects.toThrow(/no tesseract that runs at \/nowhere\/tesseract/);
});

describe("the system's tesseract", () => {
  const readers = new Readers({ native: (languages) => NativeReader.start(BINARY, languages) });
  afterAll(() => readers.stop());
  const textOf = async (file: Uint8Array, code: string): Promise<string> => (await read(file, { languages: [code], reader: 'native', pages: null }, caps, readers)).pages[0]?.text ?? '';

  it('reads page after page in one process', async () => {
    const expected = 'Delivery note 4471\nTwelve boxes of paper, 48.60\nReceived in good order';
    expect(await textOf(english, 'eng')).toBe(expected);
    expect(await textOf(drawPage({ lines: ['Another page'], fontPx: 36 }), 'eng')).toBe('Another page');
    expect(await textOf(english, 'eng')).toBe(expected);
  });

  it('reads Chinese without spaces between the characters', async () => {
    expect(await textOf(chinese, 'chi_sim')).toContain('墨证科技有限公司');
  });

  it('leaves nothing behind when it stops', async () => {
    expect(foldersOfOurs().length).toBeGreaterThan(0);
    await readers.stop();
    expect(foldersOfOurs()).toEqual([]);
  });
});
