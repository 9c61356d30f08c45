/** White letters on nothing are nothing on white. Darker than this somewhere, a page shows something. */
const FAINTEST_INK = 200;

/** Whether the transparent picture, laid on white, shows nothing at all, so that it must have been drawn for a dark ground. */
export const vanishesOnWhite = (grey: Uint8Array): boolean => grey.every((value) => value > FAINTEST_INK);
