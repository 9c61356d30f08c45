import sharp from 'sharp';

export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The flip (first) and the clockwise turn (second) that undo what each orientation asks a viewer to do. */
const undoing: Readonly<Record<ExifOrientation, { isMirrored: boolean; degrees: number }>> = {
  1: { isMirrored: false, degrees: 0 },
  2: { isMirrored: true, degrees: 0 },
  3: { isMirrored: false, degrees: 180 },
  4: { isMirrored: true, degrees: 180 },
  5: { isMirrored: true, degrees: 270 },
  6: { isMirrored: false, degrees: 270 },
  7: { isMirrored: true, degrees: 90 },
  8: { isMirrored: false, degrees: 90 },
};

/** Stored as a camera held askew stores it: the pixels lie, and the EXIF tag says how to set them upright. */
export const withOrientation = async (page: Uint8Array, orientation: ExifOrientation, format: 'jpeg' | 'tiff' | 'webp' | 'png' = 'jpeg'): Promise<Buffer> => {
  const { isMirrored, degrees } = undoing[orientation];
  // In two steps, because within one call the library turns first and flips afterwards whatever the order of the calls.
  const flipped = isMirrored ? await sharp(page).flop().png().toBuffer() : page;
  return sharp(flipped).rotate(degrees).withMetadata({ orientation }).toFormat(format).toBuffer();
};
