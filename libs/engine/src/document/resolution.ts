/** The library says 72 of every file that says nothing, and no scanner works as coarsely, so 72 tells us nothing. */
const UNSAID_DPI = 72;
const FINEST_DPI = 2400;

/** The resolution a file states, or null when it states none that paper can have. */
export const statedDpi = (density: number | undefined): number | null => {
  const dpi = Math.round(density ?? 0);
  return dpi < 50 || dpi > FINEST_DPI || dpi === UNSAID_DPI ? null : dpi;
};

const A4_LONG_SIDE_INCHES = 11.69;
const [COARSEST_ASSUMED_DPI, COARSEST_BELIEVED_DPI, FINEST_BELIEVED_DPI] = [200, 70, 600];

/**
 * The resolution to tell the reader. It measures gaps, rules and noise in inches, so it needs one even when the file has none:
 * then the picture is taken for a sheet of A4, or for a piece of one at 200 dpi if it is smaller. Told less of a small picture,
 * the reader takes its letters for headlines a hand high, and whole lines of Chinese get lost.
 */
export const readingDpi = (width: number, height: number, stated: number | null): number => {
  const assumed = Math.max(COARSEST_ASSUMED_DPI, Math.round(Math.max(width, height) / A4_LONG_SIDE_INCHES));
  return Math.min(FINEST_BELIEVED_DPI, Math.max(COARSEST_BELIEVED_DPI, stated ?? assumed));
};
