import { damaged } from '../damaged.js';
import type { DocumentCaps } from '../document.js';
import { largestIsoPicture } from '../iso-media.js';
import { checkPageSize, type PageSize } from '../page-size.js';

/** The size as stored, found without the library: a bomb ends here. */
export const heicSize = (file: Uint8Array, caps: Pick<DocumentCaps, 'maxPixels'>): PageSize => {
  const size = largestIsoPicture(file);
  if (!size || size.width === 0 || size.height === 0) throw damaged('image/heic');
  checkPageSize(1, size, caps);
  return size;
};
