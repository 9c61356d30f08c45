import { PDFName, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { deflated } from './deflated.js';
import { invisibleFont, NARROW_GLYPH, WIDE_GLYPH } from './true-type.js';

/** The name pages call it by. */
export const TEXT_FONT = 'InkproofText';
/** How far the font reaches below the line it stands on, as a share of its size. */
export const DESCENT = 0.2;
const UNITS = 1000;
const [WIDE_UNITS, NARROW_UNITS] = [1000, 500];

/** First and last of the codes that take half a square: all but East Asian scripts, their marks and full-width forms. */
const NARROW: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x10ff],
  [0x1200, 0x2e7f],
  [0xa4d0, 0xabff],
  [0xd800, 0xf8ff],
  [0xfb00, 0xfe2f],
  [0xfe50, 0xff00],
  [0xff61, 0xffdf],
  [0xffe7, 0xffff],
];

/** Characters beyond the basic plane borrow codes that no character of the basic plane has. */
const [FIRST_BORROWED, LAST_BORROWED] = [0xd800, 0xdfff];
const REPLACEMENT = 0xfffd;
const WHITE = '  ';

const isNarrow = (code: number): boolean => NARROW.some(([first, last]) => code >= first && code <= last);
const hex = (value: number, digits = 4): string => value.toString(16).padStart(digits, '0');
const utf16 = (character: string): string => Buffer.from(character, 'utf16le').swap16().toString('hex');

/** A string as PDF takes it, byte by byte: shorter than in hexadecimal digits even when compressed. */
const literal = (codes: readonly number[]): string =>
  codes.map((code) => [code >> 8, code & 0xff].map((byte) => (byte === 0x0d ? '\\r' : (byte === 0x28 || byte === 0x29 || byte === 0x5c ? '\\' : '') + String.fromCharCode(byte))).join('')).join('');

/** A text as a literal string of PDF, one character a byte, and its width in thousandths of the font's size. */
export interface Encoded {
  string: string;
  width: number;
}

/**
 * The one invisible font of a document. The code of a character is its UTF-16 unit, so the table that tells readers what the
 * codes mean is a few ranges, whatever the language.
 */
export class TextFont {
  readonly #borrowed = new Map<string, number>();
  readonly #used = new Set<number>();

  /** The highest code in use. */
  get #last(): number {
    return [...this.#used].reduce((most, code) => Math.max(most, code), 0);
  }

  #codeOf(character: string): number {
    if (character.length === 1) return character.charCodeAt(0);
    const known = this.#borrowed.get(character);
    if (known !== undefined) return known;
    const code = FIRST_BORROWED + this.#borrowed.size;
    if (code > LAST_BORROWED) return REPLACEMENT;
    this.#borrowed.set(character, code);
    return code;
  }

  #said(characters: readonly string[]): Encoded {
    const codes = characters.map((character) => this.#codeOf(character));
    codes.forEach((code) => this.#used.add(code));
    return { string: `(${literal(codes)})`, width: codes.reduce((sum, code) => sum + (isNarrow(code) ? NARROW_UNITS : WIDE_UNITS), 0) };
  }

  encode(text: string): Encoded {
    return this.#said([...text]);
  }

  /** White that readers of PDF take for part of its line. Of a character that says one space they only keep that a word ends. */
  white(): Encoded {
    return this.#said([WHITE]);
  }

  #toUnicode(): string {
    const pages = [...new Set([...this.#used].filter((code) => code < FIRST_BORROWED || code > LAST_BORROWED).map((code) => code >> 8))].sort((left, right) => left - right);
    // At most a hundred entries may stand in one section.
    const sections = (name: string, entries: readonly string[]): string =>
      Array.from({ length: Math.ceil(entries.length / 100) }, (_, index) => entries.slice(index * 100, (index + 1) * 100))
        .map((some) => `${some.length} begin${name}\n${some.join('\n')}\nend${name}\n`)
        .join('');
    const ranges = pages.map((page) => `<${hex(page, 2)}00><${hex(page, 2)}ff><${hex(page, 2)}00>`);
    const borrowed = [...this.#borrowed].map(([character, code]) => `<${hex(code)}><${utf16(character)}>`);
    return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange<0000><ffff>endcodespacerange
${sections('bfrange', ranges)}${sections('bfchar', borrowed)}endcmap CMapName currentdict/CMap defineresource pop end end`;
  }

  /** Writes the font under a reference that pages already name, once all text is known. */
  writeTo(context: PDFContext, ref: PDFRef): void {
    const name = PDFName.of('Invisible');
    const font = invisibleFont();
    const [ascent, descent] = [(1 - DESCENT) * UNITS, -DESCENT * UNITS];
    const file = deflated(context, font, { Length1: font.length });
    const descriptor = context.register(
      context.obj({ Type: 'FontDescriptor', FontName: name, Flags: 4, FontBBox: [0, descent, UNITS, ascent], ItalicAngle: 0, Ascent: ascent, Descent: descent, CapHeight: ascent, StemV: 80, FontFile2: file }),
    );
    const glyphs = Buffer.alloc((this.#last + 1) * 2);
    for (let code = 0; code * 2 < glyphs.length; code++) glyphs.writeUInt16BE(isNarrow(code) ? NARROW_GLYPH : WIDE_GLYPH, code * 2);
    const widths = NARROW.flatMap(([first, last]) => [first, last, NARROW_UNITS]);
    const system = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 };
    const descendant = context.obj({ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: name, CIDSystemInfo: system, FontDescriptor: descriptor, DW: WIDE_UNITS, W: widths, CIDToGIDMap: deflated(context, glyphs) });
    context.assign(
      ref,
      context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [context.register(descendant)], ToUnicode: deflated(context, this.#toUnicode()) }),
    );
  }
}
