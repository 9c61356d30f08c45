import type { RecipeStep, Rotation } from '../reading.js';
import { both, rotating, scaling, turning, UNMOVED, type Affine } from './affine.js';
import type { GreyImage } from './grey-image.js';
import { inverted } from './inverted.js';
import { evened } from './light.js';
import { ENLARGED_PIXELS, mayBecome, READER_SIDE_PX } from './reader-limits.js';
import { rotated, rotatedSize } from './rotated.js';
import { scaled } from './scaled.js';
import { turned } from './turned.js';

/** A picture after some steps, and the way back from it. */
export interface Prepared {
  image: GreyImage;
  /** From points of this picture to those of the one before. */
  back: Affine;
}

/** A setting by its name, which must be within bounds: recipes come from callers too. */
type Setting = (name: string, least: number, most: number) => number;
type Preparation = (image: GreyImage, setting: Setting) => Prepared | Promise<Prepared>;

/** Asked before paper of this size is set aside. */
const checkSize = (name: string, image: GreyImage, size: { width: number; height: number }): void => {
  if (!mayBecome(image, size)) throw new NotReplayable(`The step "${name}" of the recipe comes to ${size.width} by ${size.height} pixels; a page is enlarged to at most ${ENLARGED_PIXELS}, and ${READER_SIDE_PX} along a side.`);
};

/** Everything that can be done to a page before it is read. A recipe names these and gives all their settings, so a name here is a promise. */
const preparations: Readonly<Record<string, Preparation>> = {
  turn: (image, setting) => {
    const degrees = setting('degrees', 90, 270) as Rotation;
    if (degrees % 90 !== 0) throw new NotReplayable('The step "turn" of the recipe turns by 90, 180 or 270 degrees.');
    const out = turned(image, degrees);
    return { image: out, back: turning(((360 - degrees) % 360) as Rotation, out.width, out.height) };
  },
  scale: async (image, setting) => {
    const size = { width: Math.round(setting('width', 1, READER_SIDE_PX)), height: Math.round(setting('height', 1, READER_SIDE_PX)) };
    checkSize('scale', image, size);
    return { image: await scaled(image, size), back: scaling(image.width / size.width, image.height / size.height) };
  },
  invert: (image) => ({ image: inverted(image), back: UNMOVED }),
  even_light: (image, setting) => ({ image: evened(image, Math.round(setting('cell', 8, READER_SIDE_PX))), back: UNMOVED }),
  deskew: (image, setting) => {
    const degrees = setting('degrees', -45, 45);
    checkSize('deskew', image, rotatedSize(image.width, image.height, degrees));
    const out = rotated(image, -degrees);
    return { image: out, back: rotating(degrees, [out.width / 2, out.height / 2], [image.width / 2, image.height / 2]) };
  },
};

/** A recipe asks for something this engine does not know, or for something else than this page is. The detail is written for the caller's programmer. */
export class NotReplayable extends Error {
  override readonly name = 'NotReplayable';
}

const settingOf =
  ({ name, settings }: RecipeStep): Setting =>
  (setting, least, most) => {
    const value = settings[setting];
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw new NotReplayable(`The step "${name}" of the recipe needs "${setting}", a number from ${least} to ${most}.`);
  };

/** Does the steps in their order, and each of them once: done again, a step costs as much as before and shows nothing that was not there. */
export const prepare = async (image: GreyImage, steps: readonly RecipeStep[]): Promise<Prepared> => {
  let prepared: Prepared = { image, back: UNMOVED };
  for (const [index, step] of steps.entries()) {
    const preparation = Object.hasOwn(preparations, step.name) ? preparations[step.name] : undefined;
    if (!preparation) throw new NotReplayable(`This engine knows no step "${step.name}". It knows ${Object.keys(preparations).join(', ')}.`);
    if (steps.findIndex(({ name }) => name === step.name) < index) throw new NotReplayable(`The step "${step.name}" stands in the recipe more than once.`);
    const next = await preparation(prepared.image, settingOf(step));
    prepared = { image: next.image, back: both(next.back, prepared.back) };
  }
  return prepared;
};
