import sharp from 'sharp';
import { Unreadable } from '../../unreadable.js';
import { damaged } from '../damaged.js';
import type { DocumentCaps, OpenDocument, OpenOptions, PagePicture } from '../document.js';
import { onePageDocument } from '../one-page.js';
import { UPRIGHT } from '../orientation.js';
import { heicSize } from './heic-size.js';
import { startLibHeif, type LibHeif, type LibHeifFailure } from './libheif.js';

/** The library throws numbers and faults of its own when a file is too much for it. */
const orDamaged = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged('image/heic');
  }
};

/** By the library's numbers: a kind of file or a feature that it does not know, a decoder that made nothing of the picture, and none for it at all. */
const NOT_READ = [3, 4, 7, 11];

/** A picture that is whole and coded otherwise than here is not damaged: sending it again would not help, and converting it does. */
const refusalOf = ({ code }: LibHeifFailure): Unreadable =>
  NOT_READ.includes(code.value) ? new Unreadable('unsupported', 'The HEIF file is whole, and the picture in it is coded in a way that is not read here. Convert it to JPEG or PNG.') : damaged('image/heic');

const withoutPadding = (width: number, height: number, stride: number, data: Uint8Array): Uint8Array => {
  const rgb = new Uint8Array(width * 3 * height);
  for (let y = 0; y < height; y++) rgb.set(data.subarray(y * stride, y * stride + width * 3), y * width * 3);
  return rgb;
};

export interface HeicColours {
  width: number;
  height: number;
  /** Red, green, blue, row by row. */
  rgb: Uint8Array;
}

const coloursOf = (library: LibHeif, handle: object): HeicColours => {
  const picture = library.heif_js_decode_image2(handle, library.heif_colorspace.heif_colorspace_RGB, library.heif_chroma.heif_chroma_interleaved_RGB);
  if ('code' in picture) throw refusalOf(picture);
  const { width, height, channels: [channel] } = picture;
  if (!channel) throw damaged('image/heic');
  return { width, height, rgb: withoutPadding(width, height, channel.stride, channel.data) };
};

const decode = async (library: LibHeif, handle: object): Promise<PagePicture> => {
  const { width, height, rgb } = coloursOf(library, handle);
  const grey = await sharp(rgb, { raw: { width, height, channels: 3 } }).greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
  return { width, height, grey, dpi: null, orientation: UPRIGHT, steps: [{ name: 'decode', settings: { format: 'heic', page: 1 } }, { name: 'grey', settings: {} }] };
};

const primaryOf = (library: LibHeif, file: Uint8Array): object => {
  const context = library.heif_context_alloc();
  const opened = library.heif_context_read_from_memory(context, file);
  if (opened.message !== 'Success') throw refusalOf(opened);
  const handle = library.heif_js_context_get_primary_image_handle(context);
  if ('code' in handle) throw refusalOf(handle);
  return handle;
};

/** The main picture in its colours, for a file that was opened before. */
export const heicColours = async (file: Uint8Array): Promise<HeicColours> => {
  const library = await startLibHeif();
  return orDamaged(() => coloursOf(library, primaryOf(library, file)));
};

/** The main picture of a HEIC, which the library sets upright itself. */
export const openHeic = async (file: Uint8Array, options: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  heicSize(file, caps);
  const library = await startLibHeif().catch(() => {
    throw new Unreadable('unsupported', 'HEIC is not read by this install. Convert the picture to JPEG or PNG.');
  });
  return orDamaged(() => {
    const handle = primaryOf(library, file);
    // Turned as it will come out; and a picture made of tiles says its whole size only here, so it is checked again.
    const [width, height] = [library.heif_image_handle_get_width(handle), library.heif_image_handle_get_height(handle)];
    return onePageDocument({ mediaType: 'image/heic', width, height, dpi: null, picture: () => orDamaged(() => decode(library, handle)) }, options, caps);
  });
};
