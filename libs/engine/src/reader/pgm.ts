import type { GreyImage } from '../image/grey-image.js';

/**
 * tesseract.js looks for an EXIF orientation in the first 500 bytes of whatever it is given, by pattern.
 * In a raw picture those bytes are pixels, so a dark enough margin could turn a page; a comment of 512 spaces keeps pixels out of its sight.
 */
const SHIELD = ' '.repeat(512);

/** The plainest picture file there is. Packing pixels any tighter only to have them unpacked a moment later costs time and gains nothing. */
export const asPgm = ({ width, height, grey }: GreyImage): Buffer => Buffer.concat([Buffer.from(`P5\n#${SHIELD}\n${width} ${height}\n255\n`, 'latin1'), grey]);
