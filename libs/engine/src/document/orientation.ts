import type { Rotation } from '../reading.js';

export interface Orientation {
  /** Whether the stored picture is first flipped left to right. */
  mirrored: boolean;
  /** By how much it is then turned, clockwise. */
  rotation: Rotation;
}

export const UPRIGHT: Orientation = { mirrored: false, rotation: 0 };

const byTag: readonly Orientation[] = [
  UPRIGHT,
  { mirrored: true, rotation: 0 },
  { mirrored: false, rotation: 180 },
  { mirrored: true, rotation: 180 },
  { mirrored: true, rotation: 270 },
  { mirrored: false, rotation: 90 },
  { mirrored: true, rotation: 90 },
  { mirrored: false, rotation: 270 },
];

/** What an EXIF orientation (1 to 8) asks for. Anything else asks for nothing, as every viewer takes it. */
export const orientationOf = (tag: number | undefined): Orientation => byTag[(tag ?? 1) - 1] ?? UPRIGHT;

/** Width and height change places when a page is turned a quarter. */
export const uprightSize = (width: number, height: number, { rotation }: Orientation): { width: number; height: number } =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width };
