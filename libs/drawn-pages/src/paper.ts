import sharp from 'sharp';

export interface Paper {
  width: number;
  height: number;
  /** Colour at a place on the page, (0, 0) to (1, 1). */
  at: (u: number, v: number, channel: number) => number;
}

/** The page as something light falls on. Bilinear, because a letter sampled at the nearest pixel has stairs that no camera makes. */
export const paperOf = async (page: Uint8Array): Promise<Paper> => {
  const { data, info } = await sharp(page).flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixel = (x: number, y: number, channel: number): number => data[(Math.min(y, height - 1) * width + Math.min(x, width - 1)) * channels + channel] ?? 255;
  const between = (from: number, to: number, part: number): number => from + (to - from) * part;
  return {
    width,
    height,
    at: (u, v, channel) => {
      const [x, y] = [u * (width - 1), v * (height - 1)];
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const upper = between(pixel(left, top, channel), pixel(left + 1, top, channel), x - left);
      const lower = between(pixel(left, top + 1, channel), pixel(left + 1, top + 1, channel), x - left);
      return between(upper, lower, y - top);
    },
  };
};
