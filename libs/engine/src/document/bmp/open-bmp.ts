import type { RecipeStep } from '../../reading.js';
import type { DocumentCaps, OpenDocument, OpenOptions } from '../document.js';
import { onePageDocument } from '../one-page.js';
import { UPRIGHT } from '../orientation.js';
import { readBmpHeader } from './bmp-header.js';
import { decodeBmp } from './decode-bmp.js';

export const openBmp = (file: Uint8Array, options: OpenOptions, caps: DocumentCaps): OpenDocument => {
  const header = readBmpHeader(file);
  const { width, height, dpi, bitsPerPixel } = header;
  const steps: RecipeStep[] = [{ name: 'decode', settings: { format: 'bmp', page: 1, bitsPerPixel } }, { name: 'grey', settings: {} }];
  const picture = async () => ({ ...decodeBmp(file, header), dpi, orientation: UPRIGHT, steps });
  return onePageDocument({ mediaType: 'image/bmp', width, height, dpi, picture }, options, caps);
};
