import { describe, expect, it } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { mediaTypeOf } from './media-type.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.padEnd(16, '\0'), 'latin1'));
const isoMedia = (...brands: string[]): Uint8Array => bytes(`\0\0\0${String.fromCharCode(12 + 4 * brands.length)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);

const refusalOf = (file: Uint8Array): Unreadable => {
  try {
    mediaTypeOf(file);
  } catch (error) {
    if (error instanceof Unreadable) return error;
  }
  throw new Error('It was taken for a picture');
};

describe('a file is known by its first bytes', () => {
  it.each([
    ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
    ['image/png', bytes('\x89PNG\r\n\x1a\n')],
    ['image/webp', bytes('RIFF\x10\0\0\0WEBP')],
    ['image/tiff', bytes('II*\0')],
    ['image/tiff', bytes('MM\0*')],
    ['image/tiff', bytes('II+\0')],
    ['image/gif', bytes('GIF89a')],
    ['image/avif', isoMedia('avif', 'mif1', 'miaf')],
    ['image/avif', isoMedia('mif1', 'miaf', 'avif')],
    ['image/heic', isoMedia('heic', 'mif1')],
    ['image/bmp', bytes('BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0')],
    ['application/pdf', bytes('%PDF-1.7')],
    ['application/pdf', bytes(`a line of a mail program\r\n%PDF-1.4`)],
  ] as const)('as %s', (mediaType, file) => {
    expect(mediaTypeOf(file)).toBe(mediaType);
  });

  it('also when it lies somewhere inside a larger buffer', () => {
    expect(mediaTypeOf(Buffer.concat([Buffer.from('xx'), bytes('GIF87a')]).subarray(2))).toBe('image/gif');
  });

  it.each([
    ['SVG', bytes('<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['JPEG 2000', bytes('\0\0\0\x0cjP  \r\n')],
    ['JPEG XL', bytes('\0\0\0\x0cJXL \r\n')],
    ['Office document', bytes('PK\x03\x04\x14\0\x06\0\b\0\0\0!\0[Content_Types].xml')],
    ['old Office document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['archive', bytes('PK\x03\x04\x14\0\x06\0\b\0\0\0!\0scan.jpg')],
    ['HTML page', bytes('\n<!DOCTYPE html><html>')],
    ['RTF document', bytes('{\\rtf1\\ansi')],
    ['PostScript file', bytes('%!PS-Adobe-3.0')],
    ['Photoshop file', bytes('8BPS\0\x01')],
    ['DjVu document', bytes('AT&TFORM')],
  ])('and %s is refused with a word on what to do', (name, file) => {
    expect(refusalOf(file).reason).toBe('unsupported');
    expect(refusalOf(file).message).toMatch(new RegExp(`This is an? ${name}\\b.*(Convert|Render|Export|Unpack|Print).*Send JPEG, PNG, WebP, TIFF, GIF, BMP, AVIF, HEIC or PDF`, 's'));
  });

  it.each([
    ['plain text', bytes('This was renamed to .png')],
    ['a single byte', Uint8Array.of(0xff)],
    ['a text that begins with BM', bytes('BMW has many models to choose from')],
    ['a film', isoMedia('isom', 'mp41')],
    ['a box that claims to be endless', bytes('\xff\xff\xff\xffftypqt  ')],
    ['a sound in the same envelope as WebP', bytes('RIFF\x10\0\0\0WAVE')],
  ])('and %s is refused with the list of what is read', (_, file) => {
    expect(refusalOf(file).reason).toBe('unsupported');
    expect(refusalOf(file).message).toContain('Send JPEG, PNG, WebP, TIFF, GIF, BMP, AVIF, HEIC or PDF');
  });

  it('and no bytes are no file', () => {
    expect(refusalOf(new Uint8Array()).reason).toBe('empty');
  });
});
