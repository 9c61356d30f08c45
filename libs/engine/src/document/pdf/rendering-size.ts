import { READER_SIDE_PX } from '../../image/reader-limits.js';
import { Unreadable } from '../../unreadable.js';
import type { DocumentCaps } from '../document.js';
import { pixelCap } from '../page-size.js';

/** A picture placed on a page: what it has in pixels and what it takes up of the page. */
export interface PlacedPicture {
  widthPx: number;
  heightPx: number;
  widthPt: number;
  heightPt: number;
}

export interface RenderingSize {
  width: number;
  height: number;
  /** Pixels to an inch of the page, not rounded. */
  dpi: number;
}

const POINTS_PER_INCH = 72;
/** Fine enough for six-point print, and no finer, because every pixel costs reading time. */
const DRAWN_DPI = 200;
const FINEST_DPI = 600;
/** A drawn page is refused rather than rendered coarser than this, where ordinary print is no longer legible. */
const COARSEST_DRAWN_DPI = 72;

/** Share of the page that pictures take up on a scan, and that one of them takes up to count. */
const [SCAN_SHARE, COUNTED_SHARE] = [0.5, 0.05];

/**
 * The resolution a scan has in itself, so that it is neither blurred nor blown up; null for a page that is drawn.
 * Scans are often several pictures: strips, or a coarse ground with the print laid over it as a fine mask. The finest counts.
 */
const scanDpi = (pageArea: number, pictures: readonly PlacedPicture[]): number | null => {
  const large = pictures.filter(({ widthPt, heightPt }) => widthPt * heightPt >= COUNTED_SHARE * pageArea);
  const covered = large.reduce((sum, { widthPt, heightPt }) => sum + widthPt * heightPt, 0);
  if (covered === 0 || covered < SCAN_SHARE * pageArea) return null;
  return Math.max(...large.map(({ widthPx, heightPx, widthPt, heightPt }) => POINTS_PER_INCH * Math.max(widthPx / widthPt, heightPx / heightPt)));
};

/** How large a page is to be rendered for reading. */
export const renderingSize = (page: number, widthPt: number, heightPt: number, pictures: readonly PlacedPicture[], caps: Pick<DocumentCaps, 'maxPixels'>): RenderingSize => {
  const [widthIn, heightIn] = [Math.max(widthPt, 1) / POINTS_PER_INCH, Math.max(heightPt, 1) / POINTS_PER_INCH];
  const scan = scanDpi(widthPt * heightPt, pictures);
  const wanted = Math.min(scan ?? DRAWN_DPI, FINEST_DPI);
  const max = pixelCap(caps);
  const dpi = Math.min(wanted, Math.sqrt(max / (widthIn * heightIn)), READER_SIDE_PX / Math.max(widthIn, heightIn));
  if (scan === null && dpi < COARSEST_DRAWN_DPI) {
    const actual = Math.round(widthIn * heightIn * COARSEST_DRAWN_DPI ** 2);
    throw new Unreadable('too_many_pixels', `Page ${page} measures ${Math.round(widthIn)} by ${Math.round(heightIn)} inches, which is more than ${max} pixels even at ${COARSEST_DRAWN_DPI} dpi. Send it smaller.`, { name: 'max_pixels', max, actual });
  }
  // Rounded down where the cap is near, to the nearest pixel otherwise, so that a scan comes out in its own size.
  const round = dpi < wanted ? Math.floor : Math.round;
  return { width: Math.max(1, round(widthIn * dpi)), height: Math.max(1, round(heightIn * dpi)), dpi };
};
