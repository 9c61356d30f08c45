import sharp from 'sharp';

export type Format = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif';

/** The same picture in another format, with its resolution noted where the format can. What is drawn for a spec need not be small, and AVIF takes seconds to become so. */
export const asFormat = async (page: Uint8Array, format: Format, dpi = 150): Promise<Buffer> => sharp(page).withMetadata({ density: dpi }).toFormat(format, format === 'avif' ? { effort: 0 } : {}).toBuffer();

/** Four inks and no alpha, as print shops send them. */
export const asCmyk = (page: Uint8Array): Promise<Buffer> => sharp(page).flatten({ background: '#fff' }).toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer();

export const asSixteenBit = (page: Uint8Array): Promise<Buffer> => sharp(page).toColourspace('rgb16').png().toBuffer();

export const asPalette = (page: Uint8Array): Promise<Buffer> => sharp(page).png({ palette: true, colours: 8 }).toBuffer();

/** All pages in one file, which must be of one size. TIFF keeps them as pages, GIF and WebP as frames (two equal frames in a row become one). */
export const inOneFile = (pages: readonly Uint8Array[], format: 'tiff' | 'gif' | 'webp'): Promise<Buffer> =>
  sharp(pages.map((page) => Buffer.from(page)), { join: { animated: true } })[format]().toBuffer();

/** The picture lying on its side or on its head, with nothing in the file that says so. */
export const turned = (page: Uint8Array, clockwiseDegrees: 90 | 180 | 270): Promise<Buffer> => sharp(page).rotate(clockwiseDegrees).png().toBuffer();
