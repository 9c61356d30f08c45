import sharp from 'sharp';
import { asHevc } from './hevc.js';

const uint = (bytes: 1 | 2 | 4, ...values: number[]): Buffer => {
  const data = Buffer.alloc(bytes * values.length);
  values.forEach((value, index) => data.writeUIntBE(value, index * bytes, bytes));
  return data;
};
const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const box = (name: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint(4, body.length + 8), text(name), body]);
};
const full = (name: string, version: number, ...parts: readonly Buffer[]): Buffer => box(name, uint(4, version * 2 ** 24), ...parts);

/** A HEIC as a phone writes it: one picture, its size, and how it is to be turned (anticlockwise quarters) before it stands upright. */
export const asHeic = async (page: Uint8Array, anticlockwiseQuarters: 0 | 1 | 2 | 3 = 0): Promise<Buffer> => {
  const { data, info } = await sharp(page).flatten({ background: '#fff' }).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { sets, slice } = asHevc(data, info.width, info.height);
  const arrays = sets.map(([type, unit]) => Buffer.concat([uint(1, 0x80 | type), uint(2, 1, unit.length), unit]));
  const configuration = box('hvcC', uint(1, 1, 1), uint(4, 0x60000000), uint(1, 0xb0, 0, 0, 0, 0, 0, 93), uint(2, 0xf000), uint(1, 0xfc, 0xfd, 0xf8, 0xf8), uint(2, 0), uint(1, 0x0f, arrays.length), ...arrays);
  const properties = [configuration, full('ispe', 0, uint(4, info.width, info.height)), box('colr', text('nclx'), uint(2, 1, 13, 6), uint(1, 0x80)), box('irot', uint(1, anticlockwiseQuarters))];
  const type = box('ftyp', text('heic'), uint(4, 0), text('mif1heic'));
  const metaAt = (place: number): Buffer =>
    full(
      'meta',
      0,
      full('hdlr', 0, uint(4, 0), text('pict'), uint(4, 0, 0, 0), uint(1, 0)),
      full('pitm', 0, uint(2, 1)),
      full('iloc', 0, uint(1, 0x44, 0), uint(2, 1, 1, 0, 1), uint(4, place, slice.length + 4)),
      full('iinf', 0, uint(2, 1), full('infe', 2, uint(2, 1, 0), text('hvc1'), uint(1, 0))),
      box('iprp', box('ipco', ...properties), full('ipma', 0, uint(4, 1), uint(2, 1), uint(1, properties.length, 0x81, 2, 3, 0x84))),
    );
  return Buffer.concat([type, metaAt(type.length + metaAt(0).length + 8), box('mdat', uint(4, slice.length), slice)]);
};
