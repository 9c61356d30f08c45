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

const greyOn = (background: string, file: Uint8Array, at: number, maxPixels: number) =>
  openPixels(file, at, maxPixels)
    .autoOrient()
    .flatten({ background })
    .greyscale()
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });

const alphaOf = (file: Uint8Array, at: number, maxPixels: number): Promise<Uint8Array> =>
  openPixels(file, at, maxPixels)
    .extractChannel('alpha')
    .raw({ depth: 'uchar' })
    .toBuffer();

/** One page, counted from 1, of a file whose header was let pass: upright, without transparency, grey. `at` is where it lies in these bytes, counted from 0. */
export const decode = async (file: Uint8Array, page: number, maxPixels: number, at = page - 1): Promise<PagePicture> => {
  try {
    const { orientation: tag, density, hasAlpha, format } = await openPixels(file, at, maxPixels).metadata();
    let background = '#fff';
    let { data, info } = await greyOn(background, file, at, maxPixels);
    if (hasAlpha && vanishesOnWhite(data) && !isOpaque(await alphaOf(file, at, maxPixels))) {
      background = '#000';
      ({ data, info } = await greyOn(background, file, at, maxPixels));
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
