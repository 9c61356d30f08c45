import { rgb, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { faceOf } from './face.js';

const A4 = { widthPt: 595.28, heightPt: 841.89 };
const MARGIN_PT = 64;
const LABEL_PT = 132;
const SIZE_PT = 10;
const [INK, GREY] = [rgb(0.07, 0.09, 0.1), rgb(0.39, 0.43, 0.45)];
const LEADING = 1.6;

/** Lines that fit a width. Han text breaks anywhere and words in other scripts at spaces, where they are not longer than a line. */
const linesOf = (font: PDFFont, text: string, sizePt: number, widthPt: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) ?? []) {
    for (const part of font.widthOfTextAtSize(piece, sizePt) > widthPt ? Array.from(piece) : [piece]) {
      if (line !== '' && font.widthOfTextAtSize(line + part, sizePt) > widthPt) {
        lines.push(line);
        line = '';
      }
      if (line !== '' || part.trim() !== '') line += part;
    }
  }
  return [...lines, line];
};

interface Writing {
  sizePt?: number;
  xPt?: number;
  grey?: boolean;
}

/** A paper in Chinese and English, written from the top, over as many A4 pages as it takes. It carries its font. */
export class Sheet {
  #page: PDFPage;
  #yPt = A4.heightPt - MARGIN_PT;

  private constructor(
    private readonly pdf: PDFDocument,
    private readonly font: PDFFont,
  ) {
    this.#page = this.#add();
  }

  /** `characters` holds every one that will be written; others would be drawn as an empty box. */
  static async open(pdf: PDFDocument, characters: string): Promise<Sheet> {
    // It unpacks its tables as it is loaded: a tenth of what a node loads at its start, most of which never print.
    pdf.registerFontkit((await import('@pdf-lib/fontkit')).default);
    return new Sheet(pdf, await pdf.embedFont(await faceOf(characters)));
  }

  write(text: string, { sizePt = SIZE_PT, xPt = MARGIN_PT, grey = false }: Writing = {}): void {
    for (const line of linesOf(this.font, text, sizePt, A4.widthPt - MARGIN_PT - xPt)) {
      this.#need(sizePt * LEADING);
      this.#yPt -= sizePt * LEADING;
      this.#page.drawText(line, { x: xPt, y: this.#yPt, size: sizePt, font: this.font, color: grey ? GREY : INK });
    }
  }

  row(label: string, value: string): void {
    this.#need(SIZE_PT * LEADING);
    const beforePt = this.#yPt;
    this.write(label, { grey: true });
    this.#yPt = beforePt;
    this.write(value, { xPt: MARGIN_PT + LABEL_PT });
    this.space(3);
  }

  /** 文武线: a thick rule with a thin one under it. */
  rules(): void {
    for (const [gapPt, thickness] of [[10, 1.6], [3.2, 0.5]] as const) {
      this.#yPt -= gapPt;
      this.#page.drawLine({ start: { x: MARGIN_PT, y: this.#yPt }, end: { x: A4.widthPt - MARGIN_PT, y: this.#yPt }, thickness, color: INK });
    }
    this.space(12);
  }

  space(heightPt: number): void {
    this.#yPt -= heightPt;
  }

  #need(heightPt: number): void {
    if (this.#yPt - heightPt >= MARGIN_PT) return;
    this.#page = this.#add();
    this.#yPt = A4.heightPt - MARGIN_PT;
  }

  #add(): PDFPage {
    return this.pdf.addPage([A4.widthPt, A4.heightPt]);
  }
}
