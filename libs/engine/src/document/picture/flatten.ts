/** White letters on nothing are nothing on white. Darker than this somewhere, a page shows something. */
const FAINTEST_INK = 200;

/** Whether the transparent picture, laid on white, shows nothing at all, so that it may have been drawn for a dark ground. A loop, because every pixel of a blank page is looked at. */
export const vanishesOnWhite = (grey: Uint8Array): boolean => {
  for (let at = 0; at < grey.length; at++) if ((grey[at] as number) <= FAINTEST_INK) return false;
  return true;
};

/** Whether nothing shines through: the picture has a channel for it and makes no use of it. */
export const isOpaque = (alpha: Uint8Array): boolean => {
  for (let at = 0; at < alpha.length; at++) if (alpha[at] !== 255) return false;
  return true;
};
