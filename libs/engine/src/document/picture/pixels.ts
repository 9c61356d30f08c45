import sharp, { type Sharp } from 'sharp';

/** Even if the check of the first bytes failed us, the library can start no loader but these: no SVG, no PDF, no ImageMagick. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadTiff', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'],
});

/** One page of a file, counted from 0. Damage is an error here and never a half-grey picture. */
export const openPixels = (file: Uint8Array, page: number, maxPixels: number | false): Sharp =>
  sharp(file, { page, pages: 1, failOn: 'error', sequentialRead: true, limitInputPixels: maxPixels });
