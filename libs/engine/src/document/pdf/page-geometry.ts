import type { PdfFile } from './pdf-file.js';
import type { Matrix } from './scratch.js';

export interface PageGeometry {
  /** In points, as the page stands after its own turning. */
  widthPt: number;
  heightPt: number;
  /** From the coordinates of the page's contents to 0..1 across and 0..1 down the upright page. */
  toUnit: Matrix;
}

/** pdfium answers in whole pixels, so it is asked about a page this large. */
const FINE_PX = 10_000_000;

/** How the page lies, its turning and cropping included. */
export const pageGeometry = ({ pdfium, scratch }: PdfFile, page: number): PageGeometry => {
  const place = (x: number, y: number): [x: number, y: number] => {
    pdfium._FPDF_PageToDevice(page, 0, 0, FINE_PX, FINE_PX, 0, x, y, scratch.at, scratch.at + 4);
    return [scratch.int(0) / FINE_PX, scratch.int(1) / FINE_PX];
  };
  const [widthPt, heightPt] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
  // A step of a whole page makes the most of the precision there is.
  const step = Math.max(widthPt, heightPt, 1);
  const [[e, f], [x1, y1], [x2, y2]] = [place(0, 0), place(step, 0), place(0, step)];
  return { widthPt, heightPt, toUnit: [(x1 - e) / step, (y1 - f) / step, (x2 - e) / step, (y2 - f) / step, e, f] };
};
