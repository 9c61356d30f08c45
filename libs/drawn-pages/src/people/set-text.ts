import type { Draw } from './draw.js';

/** A part of a line, marked where it says something of somebody. A tab in it leads to the next column. */
export interface Part {
  text: string;
  kind?: string;
}
export type PartLine = readonly Part[];

type Corners = [[number, number], [number, number], [number, number], [number, number]];

export interface SetWord {
  text: string;
  polygon: Corners;
  confidence: number;
  source: 'ocr';
  span: [begin: number, end: number];
}
export interface SetLine {
  text: string;
  polygon: Corners;
  words: SetWord[];
}
export interface SetText {
  number: number;
  width: number;
  height: number;
  dpi: number;
  rotation: 0;
  mirrored: false;
  skew: 0;
  confidence: number;
  text: string;
  blocks: { type: 'text'; polygon: Corners; lines: SetLine[] }[];
  /** What is said of people and where, in code points of the text. */
  marks: { kind: string; begin: number; end: number }[];
}

const [FONT_PX, LEADING, MARGIN_PX, RIGHT_PX, COLUMN_PX, LINES_A_BLOCK] = [30, 1.5, 120, 1534, 60, 8];
const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/;
const widthOf = (sign: string): number => (WIDE.test(sign) ? FONT_PX : FONT_PX * 0.55);

const corners = (left: number, top: number, right: number, bottom: number): Corners => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

/** Signs of one line as a reader would part them into words, with their places. */
class LineSetter {
  readonly line: SetLine = { text: '', polygon: corners(0, 0, 0, 0), words: [] };
  private x = MARGIN_PX;
  private word: SetWord | null = null;
  private left = 0;

  constructor(
    private readonly draw: Draw,
    private readonly begin: number,
    private readonly top: number,
  ) {}

  get length(): number {
    return [...this.line.text].length;
  }

  put(sign: string): void {
    if (sign === ' ' || sign === '\t') {
      this.word = null;
      if (this.line.text && !this.line.text.endsWith(' ')) this.line.text += ' ';
      this.x += sign === '\t' ? COLUMN_PX : widthOf(' ');
      return;
    }
    const isWide = WIDE.test(sign);
    // Readers break Chinese into words of one to three characters, and where it meets Latin.
    if (this.word && (this.left === 0 || isWide !== WIDE.test(this.word.text))) this.word = null;
    if (!this.word) {
      const at = this.begin + this.length;
      this.word = { text: '', polygon: corners(this.x, this.top, this.x, this.top + FONT_PX), confidence: 0.9, source: 'ocr', span: [at, at] };
      this.line.words.push(this.word);
      this.left = isWide ? this.draw.between(1, 3) : Infinity;
    }
    this.word.text += sign;
    this.word.span[1]++;
    this.line.text += sign;
    this.left--;
    this.x += widthOf(sign);
    this.word.polygon = corners(this.word.polygon[0][0], this.top, this.x, this.top + FONT_PX);
  }

  /** Ends the line, at the right edge of the paper where the paper ended it. */
  end(isFull: boolean): SetLine {
    const { line } = this;
    line.text = line.text.trimEnd();
    const shift = isFull ? Math.max(0, RIGHT_PX - this.x) : 0;
    for (const { polygon } of line.words) for (const corner of polygon) corner[0] += shift;
    line.polygon = corners(MARGIN_PX + shift, this.top, this.x + shift, this.top + FONT_PX);
    return line;
  }
}

/** Sets lines of parts as a reader that makes no mistakes of its own would give them. An end of line inside a part is one that the paper made. */
export const setText = (draw: Draw, lines: readonly PartLine[]): SetText => {
  const page: SetText = { number: 1, width: 1654, height: 2339, dpi: 200, rotation: 0, mirrored: false, skew: 0, confidence: 0.9, text: '', blocks: [], marks: [] };
  let [length, top] = [0, MARGIN_PX];
  const say = (text: string): void => {
    page.text += text;
    length += [...text].length;
  };
  for (let first = 0; first < lines.length; first += LINES_A_BLOCK) {
    if (first > 0) say('\n\n');
    const block: SetText['blocks'][number] = { type: 'text', polygon: corners(MARGIN_PX, top, RIGHT_PX, top), lines: [] };
    const finish = (setter: LineSetter, isFull: boolean): void => {
      const line = setter.end(isFull);
      if (line.words.length === 0) return;
      block.lines.push(line);
      say(line.text);
      top += FONT_PX * LEADING;
    };
    for (const parts of lines.slice(first, first + LINES_A_BLOCK)) {
      if (block.lines.length > 0) say('\n');
      let setter = new LineSetter(draw, length, top);
      for (const { text, kind } of parts) {
        // White space before a marked value is its neighbour's.
        const begin = length + setter.length;
        for (const sign of text) {
          if (sign !== '\n') setter.put(sign);
          else {
            finish(setter, true);
            say('\n');
            setter = new LineSetter(draw, length, top);
          }
        }
        if (kind) page.marks.push({ kind, begin, end: length + setter.length });
      }
      finish(setter, false);
    }
    block.polygon = corners(MARGIN_PX, block.polygon[0][1], RIGHT_PX, top);
    page.blocks.push(block);
  }
  return page;
};
