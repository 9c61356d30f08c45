/** A picture as a PDF holds it: JPEG as it is. */
export interface PdfPicture {
  jpeg: Uint8Array;
  widthPx: number;
  heightPx: number;
}

export interface PdfPage {
  widthPt?: number;
  heightPt?: number;
  /** Clockwise degrees by which a viewer is to turn the page. */
  rotate?: 0 | 90 | 180 | 270;
  /** What is drawn, in the operators of PDF: `pdfText`, `pdfPicture`, or by hand. */
  draws: readonly string[];
  /** Named /P0, /P1 … in what is drawn. */
  pictures?: readonly PdfPicture[];
  /** Dictionaries of annotations, written out. */
  annotations?: readonly string[];
}

export interface PdfTextStyle {
  sizePt?: number;
  /** As PDF counts: 0 fills the letters, 3 draws nothing. */
  mode?: 0 | 3;
  /** Anticlockwise, as PDF turns. */
  degrees?: number;
}

const isLatin = (text: string): boolean => /^[\x20-\x7e\u00a0-\u00ff]*$/.test(text);
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A line of text with its baseline at (x, y), counted in points from the bottom left. Latin in Helvetica, everything else in a Chinese font that the file only names. */
export const pdfText = (x: number, y: number, text: string, { sizePt = 12, mode = 0, degrees = 0 }: PdfTextStyle = {}): string => {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin, minusSin] = [Math.cos(radians), Math.sin(radians), -Math.sin(radians)].map((part) => part.toFixed(5));
  const shown = isLatin(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${hex(text)}>`;
  return `BT /${isLatin(text) ? 'F0' : 'F1'} ${sizePt} Tf ${mode} Tr ${cos} ${sin} ${minusSin} ${cos} ${x} ${y} Tm ${shown} Tj ET`;
};

/** Picture number `index` of the page, with its lower left corner at (x, y). */
export const pdfPicture = (index: number, x: number, y: number, widthPt: number, heightPt: number): string => `q ${widthPt} 0 0 ${heightPt} ${x} ${y} cm /P${index} Do Q`;

/** A PDF written object by object, so that a page can hold exactly what a spec is about, right or wrong. */
export class PdfWriter {
  readonly #objects: (Buffer | undefined)[] = [undefined];

  /** Sets a number aside for an object that others refer to before it is written. */
  reserve(): number {
    return this.#objects.push(undefined) - 1;
  }

  put(body: string | Buffer, number = this.reserve()): number {
    this.#objects[number] = Buffer.from(body);
    return number;
  }

  stream(dictionary: string, data: Uint8Array): number {
    return this.put(Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]));
  }

  /** With a table of cross-references, as a correct file has it. */
  finish(rootNumber: number): Buffer {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
    let at = 9;
    const places: string[] = ['0000000000 65535 f '];
    this.#objects.forEach((body, number) => {
      if (!body) return;
      places[number] = `${String(at).padStart(10, '0')} 00000 n `;
      const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
      parts.push(part);
      at += part.length;
    });
    parts.push(Buffer.from(`xref\n0 ${this.#objects.length}\n${places.join('\n')}\ntrailer << /Size ${this.#objects.length} /Root ${rootNumber} 0 R >>\nstartxref\n${at}\n%%EOF\n`));
    return Buffer.concat(parts);
  }
}

const FONTS = '/F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F1 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>';

/** A whole PDF of drawn pages, A4 where a page does not say. */
export const drawPdf = (pages: readonly PdfPage[]): Buffer => {
  const pdf = new PdfWriter();
  const tree = pdf.reserve();
  const kids = pages.map(({ widthPt = 595, heightPt = 842, rotate = 0, draws, pictures = [], annotations = [] }) => {
    const contents = pdf.stream('', Buffer.from(draws.join('\n'), 'latin1'));
    const objects = pictures.map(({ jpeg, widthPx, heightPx }, index) => {
      const number = pdf.stream(`/Type /XObject /Subtype /Image /Width ${widthPx} /Height ${heightPx} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, jpeg);
      return `/P${index} ${number} 0 R`;
    });
    return pdf.put(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${widthPt} ${heightPt}] /Rotate ${rotate} /Contents ${contents} 0 R /Annots [${annotations.join(' ')}] /Resources << /Font << ${FONTS} >> /XObject << ${objects.join(' ')} >> >> >>`);
  });
  pdf.put(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`, tree);
  return pdf.finish(pdf.put(`<< /Type /Catalog /Pages ${tree} 0 R >>`));
};
