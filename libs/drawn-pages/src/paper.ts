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
  const between = (from: number, to: number, part: number): number => from + (to - from) * part;
  return {
    width,
    height,
    at: (u, v, channel) => {
      const x = u * (width - 1);
      const y = v * (height - 1);
      const left = Math.floor(x);
      const top = Math.floor(y);
      const upperLeft = (top * width + left) * channels + channel;
      const lowerLeft = top + 1 < height ? upperLeft + width * channels : upperLeft;
      const right = left + 1 < width ? channels : 0;
      const upper = between(data[upperLeft] ?? 255, data[upperLeft + right] ?? 255, x - left);
      const lower = between(data[lowerLeft] ?? 255, data[lowerLeft + right] ?? 255, x - left);
      return between(upper, lower, y - top);
    },
  };
};
