import { asPhoto, drawPage, drawSheet, turned } from '@inkproof/drawn-pages';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GreyImage } from '../../image/grey-image.js';
import type { FoundBlock, FoundWord } from '../../text/found.js';
import { PpocrReader } from './ppocr-reader.js';

const english = drawPage({ lines: ['Delivery note 4471', 'Twelve boxes of paper, 48.60', 'Received in good order'], fontPx: 30 });
const chinese = drawPage({ lines: ['送货单编号二零二六', '收货单位：墨证科技有限公司', '货物已经验收，数量无误。共 12 箱'], fontPx: 30 });
const receipt = drawSheet({ widthPx: 480, heightPx: 220 }, (pen) => {
  [['Rye bread', '3.20'], ['Apple juice', '11.95'], ['Total', '15.15']].forEach(([name = '', price = ''], index) => {
    pen.text(30, 60 + index * 56, name);
    pen.text(450, 60 + index * 56, price, { align: 'right' });
  });
});

const imageOf = async (file: Uint8Array): Promise<GreyImage> => {
  const { data, info } = await sharp(file).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: data };
};

const textOf = (blocks: FoundBlock[]): string =>
  blocks.flatMap(({ lines }) => lines.map(({ words }) => words.map(({ text, isSpaced }, index) => (isSpaced && index > 0 ? ` ${text}` : text)).join(''))).join('\n');

const wordsOf = (blocks: FoundBlock[]): FoundWord[] => blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words));

let reader: PpocrReader;
beforeAll(async () => {
  reader = await PpocrReader.start({ threads: 2 });
});
afterAll(() => reader.stop());

describe('the PP-OCR reader', () => {
  it('reads English with its spaces', async () => {
    expect(textOf(await reader.read(await imageOf(english)))).toBe('Delivery note 4471\nTwelve boxes of paper, 48.60\nReceived in good order');
  });

  it('reads Chinese without spaces between the characters', async () => {
    const text = textOf(await reader.read(await imageOf(chinese)));
    expect(text).toMatch(/^送货单编号二零二六\n收货单位：墨证科技有限公司\n货物已经验收，数量无误。 ?共 ?12 ?箱$/);
  });

  it('reads a photograph on a desk', async () => {
    expect(textOf(await reader.read(await imageOf(await asPhoto(chinese, { turnedDegrees: 3 }))))).toContain('墨证科技有限公司');
  });

  it('keeps names and prices of a receipt on their rows', async () => {
    expect(textOf(await reader.read(await imageOf(receipt)))).toBe('Rye bread 3.20\nApple juice 11.95\nTotal 15.15');
  });

  it('reads what runs up the side of a page', async () => {
    const page = drawSheet({ widthPx: 480, heightPx: 260 }, (pen) => {
      ['Keep this copy', 'for your records'].forEach((line, index) => pen.text(110, 90 + index * 60, line));
      pen.canvas.rotate(-Math.PI / 2);
      pen.text(-220, 50, 'Form number');
    });
    expect(textOf(await reader.read(await imageOf(page)))).toBe('Keep this copy\nfor your records\nForm number');
  });

  it('puts every word where its ink is', async () => {
    const words = wordsOf(await reader.read(await imageOf(english)));
    const [[left, top], [right], [, bottom]] = (words.find(({ text }) => text === 'Received') as FoundWord).polygon;
    // Drawn from the margin of 45 px on a baseline at 171 px.
    expect(Math.abs(left - 45)).toBeLessThan(6);
    expect(Math.abs(right - 172)).toBeLessThan(8);
    expect([top > 135, top < 150, bottom > 171, bottom < 190]).toEqual([true, true, true, true]);
  });

  it('finds nothing on blank paper and in noise', async () => {
    expect(await reader.read({ width: 300, height: 200, grey: new Uint8Array(60_000).fill(255) })).toEqual([]);
    expect(await reader.read({ width: 1, height: 1, grey: Uint8Array.from([0]) })).toEqual([]);
  });

  it('reads the same on two threads as on one', async () => {
    const page = await imageOf(await asPhoto(drawPage({ lines: ['送货单编号二零二六', '收货单位：墨证科技有限公司', '货物已经验收，数量无误。共 12 箱', 'Twelve boxes of paper, 48.60', '请于七日内退回空箱，谢谢合作', '联系人：张经理'], fontPx: 30 }), { turnedDegrees: 2 }));
    const alone = await reader.read({ ...page });
    expect(await reader.read({ ...page }, { threads: 2 })).toEqual(alone);
    const other = await imageOf(english);
    expect(await reader.read({ ...other }, { threads: 2 })).toEqual(await reader.read({ ...other }));
  });

  it('reads the same whatever it read before', async () => {
    const [one, other] = [await imageOf(english), await imageOf(chinese)];
    const alone = await reader.read({ ...one });
    await reader.read(other);
    expect(await reader.read({ ...one })).toEqual(alone);
  });

  it.each([[90, chinese], [180, chinese], [180, english], [270, english]] as const)('says how a page must be turned that lies %i degrees off', async (degrees, page) => {
    expect(await reader.orientation(await imageOf(await turned(page, degrees)))).toBe(360 - degrees);
  });

  it('leaves an upright page as it is', async () => {
    expect(await reader.orientation(await imageOf(receipt))).toBe(0);
  });

  it('names what it reads with', () => {
    expect(reader.version).toMatch(/^onnxruntime-node \d+\.\d+\.\d+, .*det.*\.onnx, .*rec.*\.onnx, graph \d+$/);
    expect(reader.data().map(({ sha256 }) => sha256.length)).toEqual([64, 64, 64, 64]);
  });
});
