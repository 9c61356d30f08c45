import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../image/grey-image.js';
import { readLines } from './read-lines.js';
import type { LineReader, SeenLine } from './recogniser.js';
import type { TextBox } from './text-box.js';

const image: GreyImage = { width: 1, height: 1, grey: Uint8Array.from([0]) };
/** Lines below each other, each so many heights long. */
const boxesOf = (...lengths: number[]): TextBox[] => lengths.map((length, line) => ({ x: 0, y: line * 20, width: length * 10, height: 10, angle: 0, score: 1 }));

/** Reads this text off each line, and remembers what it was asked. It is as sure of a squeezed line as of any other, unless the text says no. */
class ScriptedLines implements LineReader {
  readonly asked: string[] = [];
  atWork = 0;
  most = 0;

  constructor(
    private readonly texts: readonly string[],
    readonly ahead: number,
  ) {}

  async read(crop: GreyImage, box: TextBox, squeeze = 1): Promise<SeenLine> {
    const text = this.texts[box.y / 20] ?? '';
    this.asked.push(`${box.y / 20} ${squeeze}`);
    this.most = Math.max(this.most, ++this.atWork);
    for (let tick = 0; tick < 1 + (box.width % 3); tick++) await setImmediate();
    this.atWork--;
    const confidence = squeeze < 1 && text.includes('?') ? 0.5 : 0.99;
    return { box, crop, stepPx: squeeze, characters: [...text].map((each, step) => ({ text: each, step, confidence, spaceBefore: 0 })) };
  }
}

const chinese = '一二三四五六七八九十';
const mixed = [chinese, chinese, chinese, `${chinese}?`, 'Latin words, all of them', chinese, 'AB', 'Latin words again, and more', 'Latin, Latin and Latin still', 'More of it than was Chinese', chinese, chinese];
const boxes = boxesOf(...mixed.map(({ length }) => length));

describe('the lines of a page', () => {
  it('are the same however many are read side by side', async () => {
    const [alone, aside] = [new ScriptedLines(mixed, 1), new ScriptedLines(mixed, 8)];
    expect(await readLines(aside, image, boxes)).toEqual(await readLines(alone, image, boxes));
    expect([alone.most, aside.most > 3]).toEqual([1, true]);
  });

  it('are squeezed while the page is Chinese by what was read of it, and read again where that was doubtful or they are Latin', async () => {
    const reader = new ScriptedLines(mixed.slice(0, 7), 1);
    await readLines(reader, image, boxes.slice(0, 7));
    expect(reader.asked).toEqual(['0 1', '1 1', '2 0.55', '3 0.55', '3 1', '4 0.55', '4 1', '5 1', '6 1']);
  });

  it('are begun in advance only once the page has shown what it is', async () => {
    const reader = new ScriptedLines(['ab', 'cd', 'A line that is long enough', 'another', 'and another'], 8);
    await readLines(reader, image, boxesOf(2, 2, 20, 8, 8));
    expect(reader.asked).toEqual(['0 1', '1 1', '2 1', '3 1', '4 1']);
    expect(reader.most).toBe(2);
  });
});
