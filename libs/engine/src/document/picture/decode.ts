import type { RecipeStep } from '../../reading.js';
import { damagedPage } from '../damaged.js';
import type { PagePicture } from '../document.js';
import { orientationOf, type Orientation } from '../orientation.js';
import { statedDpi } from '../resolution.js';
import { isOpaque, vanishesOnWhite } from './flatten.js';
import { openPixels } from './pixels.js';

const uprightSteps = ({ mirrored, rotation }: Orientation): RecipeStep[] => [
  ...(mirrored ? [{ name: 'mirror', settings: {} }] : []),
  ...(rotation ? [{ name: 'upright', settings: { degrees: rotation } }] : []),
];

const greyOn = (background: string, file: Uint8Array, page: number, maxPixels: number) =>
  openPixels(file, page - 1, maxPixels)
    .autoOrient()
    .flatten({ background })
    .greyscale()
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });

const alphaOf = (file: Uint8Array, page: number, maxPixels: number): Promise<Uint8Array> =>
  openPixels(file, page - 1, maxPixels)
    .extractChannel('alpha')
    .raw({ depth: 'uchar' })
    .toBuffer();

/** One page, counted from 1, of a file whose header was let pass: upright, without transparency, grey. */
export const decode = async (file: Uint8Array, page: number, maxPixels: number): Promise<PagePicture> => {
  try {
    const { orientation: tag, density, hasAlpha, format } = await openPixels(file, page - 1, maxPixels).metadata();
    let background = '#fff';
    let { data, info } = await greyOn(background, file, page, maxPixels);
    if (hasAlpha && vanishesOnWhite(data) && !isOpaque(await alphaOf(file, page, maxPixels))) {
      background = '#000';
      ({ data, info } = await greyOn(background, file, page, maxPixels));
    }
    const orientation = orientationOf(tag);
    const steps = [
      { name: 'decode', settings: { format, page } },
      ...uprightSteps(orientation),
      ...(hasAlpha ? [{ name: 'flatten', settings: { background } }] : []),
      { name: 'grey', settings: {} },
    ];
    return { width: info.width, height: info.height, grey: data, dpi: statedDpi(density), orientation, steps };
  } catch {
    throw damagedPage(page);
  }
};
