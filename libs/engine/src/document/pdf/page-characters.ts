import type { PageContents } from './page-contents.js';
import type { PageGeometry } from './page-geometry.js';
import type { PdfFile } from './pdf-file.js';
import type { Matrix } from './scratch.js';

/** A character where it stands on the rendered page, or a gap between two. */
export interface PlacedCharacter {
  /** ' ' for a gap between words, '\n' for one between lines. */
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Quarter turns clockwise from text that runs from left to right. */
  quarters: 0 | 1 | 2 | 3;
}

const MOST_CHARACTERS = 200_000;

/** Signs that stand for nothing a person could read: unassigned, for private use, or put where a font does not say what it draws. */
const MEANINGLESS = /[\p{Co}\p{Cn}\p{Cs}\ufffd\u0000-\u001f\u007f-\u009f\ufeff\u200b\u200e\u200f]/u;
/** Past this share of them the text is garbage, and the page is better read. */
const GARBAGE_SHARE = 0.2;

const LIGATURE = /[\ufb00-\ufb06]/;
const gap = (text: ' ' | '\n'): PlacedCharacter => ({ text, left: 0, top: 0, right: 0, bottom: 0, quarters: 0 });

const quartersOf = (matrix: Matrix, [a, b, c, d]: Matrix): PlacedCharacter['quarters'] => {
  const [x, y] = [matrix[0] * a + matrix[1] * c, matrix[0] * b + matrix[1] * d];
  return (((Math.round(Math.atan2(y, x) / (Math.PI / 2)) % 4) + 4) % 4) as PlacedCharacter['quarters'];
};

/** Thinner than the thinnest dash. */
const THINNEST_INK_PT = 0.05;

/** Around the ink of a character; around the square it stands in when its font is not in the file and so has no ink. */
const characterBox = ({ pdfium, scratch }: Pick<PdfFile, 'pdfium' | 'scratch'>, text: number, index: number): [x1: number, x2: number, y1: number, y2: number] => {
  const found = pdfium._FPDFText_GetCharBox(text, index, scratch.at, scratch.at + 8, scratch.at + 16, scratch.at + 24);
  const ink: [number, number, number, number] = [scratch.double(0), scratch.double(1), scratch.double(2), scratch.double(3)];
  if (found && ink[1] - ink[0] > THINNEST_INK_PT && ink[3] - ink[2] > THINNEST_INK_PT) return ink;
  pdfium._FPDFText_GetLooseCharBox(text, index, scratch.at);
  return [scratch.float(0), scratch.float(2), scratch.float(3), scratch.float(1)];
};

/** The characters that show on the page, in the order pdfium finds them; none when what they say is garbage. */
export const pageCharacters = ({ pdfium, scratch }: PdfFile, page: number, contents: PageContents, { toUnit }: PageGeometry, width: number, height: number): { characters: PlacedCharacter[]; isGarbage: boolean } => {
  const toPixels: Matrix = [toUnit[0] * width, toUnit[1] * height, toUnit[2] * width, toUnit[3] * height, toUnit[4] * width, toUnit[5] * height];
  const [a, b, c, d, e, f] = toPixels;
  const text = pdfium._FPDFText_LoadPage(page);
  const count = Math.min(pdfium._FPDFText_CountChars(text), MOST_CHARACTERS);
  const characters: PlacedCharacter[] = [];
  const looks = new Map<number, { isShown: boolean; quarters: PlacedCharacter['quarters'] }>();
  let [shown, meaningless] = [0, 0];

  const lookOf = (object: number, index: number) => {
    const known = looks.get(object);
    if (known) return known;
    const matrix = pdfium._FPDFText_GetMatrix(text, index, scratch.at) ? scratch.matrix() : null;
    const look = { isShown: object === 0 || contents.shows(object), quarters: matrix ? quartersOf(matrix, toPixels) : 0 } as const;
    looks.set(object, look);
    return look;
  };

  for (let index = 0; index < count; index++) {
    let code = pdfium._FPDFText_GetUnicode(text, index);
    if (code >= 0xd800 && code < 0xdc00 && index + 1 < count) code = ((code - 0xd800) << 10) + (pdfium._FPDFText_GetUnicode(text, ++index) - 0xdc00) + 0x10000;
    const isHyphen = pdfium._FPDFText_IsHyphen(text, index) === 1;
    if (!isHyphen && (code === 0x0a || code === 0x0d)) characters.push(gap('\n'));
    else if (!isHyphen && (code === 0x20 || code === 0xa0 || code === 0x09 || code === 0x3000)) characters.push(gap(' '));
    else {
      const { isShown, quarters } = lookOf(pdfium._FPDFText_GetTextObject(text, index), index);
      if (!isShown) continue;
      shown++;
      // A word divided at the end of a line is told with a sign of pdfium's own in place of its hyphen.
      const sign = isHyphen ? '-' : code > 0x10ffff || code < 0 ? '\ufffd' : String.fromCodePoint(code);
      if (MEANINGLESS.test(sign) || pdfium._FPDFText_HasUnicodeMapError(text, index) === 1) {
        meaningless++;
        continue;
      }
      const [x1, x2, y1, y2] = characterBox({ pdfium, scratch }, text, index);
      const [left, right] = [a * x1 + c * y1 + e, a * x2 + c * y2 + e].sort((one, other) => one - other) as [number, number];
      const [top, bottom] = [b * x1 + d * y1 + f, b * x2 + d * y2 + f].sort((one, other) => one - other) as [number, number];
      // Cropped away, or so small that it was never meant to be seen.
      if (right <= 0 || bottom <= 0 || left >= width || top >= height || Math.max(right - left, bottom - top) < 1) continue;
      characters.push({ text: LIGATURE.test(sign) ? sign.normalize('NFKC') : sign, left, top, right, bottom, quarters });
    }
  }
  pdfium._FPDFText_ClosePage(text);
  const isGarbage = meaningless > GARBAGE_SHARE * shown;
  return { characters: isGarbage ? [] : characters, isGarbage };
};
