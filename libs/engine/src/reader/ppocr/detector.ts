import type { GreyImage } from '../../image/grey-image.js';
import { findBoxes } from './find-boxes.js';
import type { Network } from './network.js';
import { median } from './median.js';
import { resized } from './resized.js';
import type { TextBox } from './text-box.js';

/** Mean and deviation of red, green and blue that the detector was taught with. */
const CHANNELS = [[0.485, 0.229], [0.456, 0.224], [0.406, 0.225]] as const;
const STRIDE_PX = 32;
/** Enough for a page of usual print, and what the detector was taught with. */
const USUAL_SIDE_PX = 960;
const LARGEST_SIDE_PX = 1920;
/** Lines lower than this in the detector's eyes run into each other. */
const CLEAR_PX = 13;

const toStride = (px: number): number => Math.max(STRIDE_PX, Math.round(px / STRIDE_PX) * STRIDE_PX);

const inputOf = ({ grey }: GreyImage): Float32Array => {
  const input = new Float32Array(grey.length * CHANNELS.length);
  CHANNELS.forEach(([mean, deviation], channel) => {
    const levels = Float32Array.from({ length: 256 }, (_, level) => (level / 255 - mean) / deviation);
    for (let index = 0, at = channel * grey.length; index < grey.length; index++, at++) input[at] = levels[grey[index] ?? 0] ?? 0;
  });
  return input;
};

const detectAt = async (network: Network, image: GreyImage, longSidePx: number): Promise<TextBox[]> => {
  const scale = Math.min(1, longSidePx / Math.max(image.width, image.height));
  const [width, height] = [toStride(image.width * scale), toStride(image.height * scale)];
  const { values } = await network.run(inputOf(resized(image, width, height)), [1, CHANNELS.length, height, width]);
  return findBoxes({ width, height, values }, image.width / width, image.height / height);
};

/** Finds lines of text in an image. A large page of small print is looked at again from nearer by. */
export const detect = async (network: Network, image: GreyImage): Promise<TextBox[]> => {
  const longSidePx = Math.max(image.width, image.height);
  const boxes = await detectAt(network, image, USUAL_SIDE_PX);
  const shown = (median(boxes.map(({ width, height }) => Math.min(width, height))) * USUAL_SIDE_PX) / longSidePx;
  if (longSidePx <= USUAL_SIDE_PX || shown === 0 || shown >= CLEAR_PX) return boxes;
  return detectAt(network, image, Math.min(LARGEST_SIDE_PX, (USUAL_SIDE_PX * CLEAR_PX) / shown));
};
