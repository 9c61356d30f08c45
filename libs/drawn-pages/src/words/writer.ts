import type { Pen, TextStyle } from '../sheet.js';

const pieces = (text: string): string[] => text.match(/[\p{Script=Han}][，。：、；！？）》]*|[^\s\p{Script=Han}]+\s?|\s/gu) ?? [];

/** Draws text and remembers it: what was said, in the order it was said, is the page's truth. */
export class Writer {
  private readonly said: string[] = [];

  constructor(readonly pen: Pen) {}

  get truth(): string {
    return this.said.join('\n');
  }

  say(x: number, y: number, text: string, style: TextStyle = {}): void {
    this.pen.text(x, y, text, style);
    this.said.push(text);
  }

  /** Several texts on one baseline that belong to one line. */
  row(y: number, cells: readonly { x: number; text: string; style?: TextStyle }[], style: TextStyle = {}): void {
    for (const { x, text, style: own } of cells) this.pen.text(x, y, text, { ...style, ...own });
    this.said.push(cells.map(({ text }) => text).join(' '));
  }

  /** Lines no wider than told; English breaks at spaces, Chinese before any character but never before closing punctuation. Answers the baseline after the last. */
  flow(x: number, y: number, widthPx: number, text: string, { leading = 1.5, ...style }: TextStyle & { leading?: number } = {}): number {
    const { fontPx = 28 } = style;
    let [line, baseline] = ['', y];
    const put = (): void => {
      this.say(x, baseline, line.trimEnd(), style);
      baseline += fontPx * leading;
    };
    for (const piece of pieces(text)) {
      if (line && this.pen.widthOf((line + piece).trimEnd(), style) > widthPx) {
        put();
        line = '';
      }
      line += line ? piece : piece.trimStart();
    }
    if (line.trim()) put();
    return baseline;
  }
}
