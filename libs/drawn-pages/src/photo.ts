import sharp from 'sharp';
import { deskOf } from './desk.js';
import { noise } from './noise.js';
import { paperOf } from './paper.js';
import { ontoPage, turnedQuad, type Quad } from './quad.js';

export interface Photo {
  seed?: number;
  /** Desk visible around the page, as a share of its width. */
  deskShare?: number;
  turnedDegrees?: number;
  /** Where the page's corners lie in the photograph, instead of a plain turn: this is how perspective is drawn. */
  corners?: Quad;
  sizePx?: { width: number; height: number };
  jpegQuality?: number;
}

const SHADOW_PX = 26;
const FOLD_AT = 0.52;
const NOISE_LEVELS = 7;

/** The page photographed on a wooden desk: light from one side, a shadow, a faint fold, sensor noise, JPEG. */
export const asPhoto = async (page: Uint8Array, photo: Photo = {}): Promise<Buffer> => {
  const paper = await paperOf(page);
  const marginPx = Math.round(paper.width * (photo.deskShare ?? 0.06));
  const { width, height } = photo.sizePx ?? { width: paper.width + 2 * marginPx, height: paper.height + 2 * marginPx };
  const locate = ontoPage(photo.corners ?? turnedQuad(marginPx, marginPx, paper.width, paper.height, photo.turnedDegrees ?? 1));
  const seed = photo.seed ?? 7;
  const [desk, grain] = [deskOf(seed), noise(seed)];

  const offPx = (u: number, v: number): number => Math.hypot(Math.max(-u, 0, u - 1) * paper.width, Math.max(-v, 0, v - 1) * paper.height);
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = locate(x, y);
      const isPaper = u >= 0 && u <= 1 && v >= 0 && v <= 1;
      const light = 1.02 - 0.2 * (x / width) - 0.16 * (y / height);
      const shade = isPaper ? 1 - 0.035 * Math.exp(-Math.abs(v - FOLD_AT) * 90) : 1 - 0.55 * Math.exp(-offPx(u, v) / SHADOW_PX);
      const speck = (grain() + grain() - 1) * NOISE_LEVELS;
      for (let channel = 0; channel < 3; channel++) {
        const colour = isPaper ? paper.at(u, v, channel) * 0.93 + 6 : desk(x, y, channel);
        // Lamps are a little yellow, so blue comes out darker than it was.
        const lit = colour * light * shade * (channel === 2 ? 0.95 : 1) + speck;
        pixels[at++] = Math.max(0, Math.min(255, lit));
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(0.5).jpeg({ quality: photo.jpegQuality ?? 80 }).toBuffer();
};
