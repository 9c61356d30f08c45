import type { PdfFile } from './pdf-file.js';
import type { PlacedPicture } from './rendering-size.js';
import type { Matrix } from './scratch.js';

export interface PageContents {
  pictures: PlacedPicture[];
  /** Whether anything besides the visible text could hold words. */
  hasPicture: boolean;
  /** Whether the text object at this address shows on the page: neither drawn invisibly, as text recognition lays it over a scan, nor hidden under a picture. */
  shows(textObject: number): boolean;
}

const [PATH, IMAGE, FORM] = [2, 3, 5] as const;
/** Of a page's area, for a picture to hide the text that was drawn before it. */
const COVERING_SHARE = 0.7;
/** Smaller than this nothing is legible, in points of the page or in pixels of the picture. */
const [LEGIBLE_PT, LEGIBLE_PX] = [6, 6];
/** A letter drawn as an outline has about a dozen curves; rules, boxes and rounded corners stay far below a word of them. */
const DRAWN_WORD_CURVES = 80;
const CURVE = 1;
/** Dots before the items of a list, which some programs draw with four dozen curves each: as wide as high, but for a share of it. */
const [LARGEST_DOT_PT, ROUND] = [10, 0.03] as const;
const [MOST_OBJECTS, DEEPEST_FORM] = [100_000, 12];
const [INVISIBLE, CLIP_ONLY] = [3, 7] as const;
/** Free text, stamps, ink and form fields: what people add to a page in a viewer. */
const WRITTEN_ANNOTATIONS: readonly number[] = [3, 13, 15, 20];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First the inner, then the outer. */
const joined = ([a, b, c, d, e, f]: Matrix, [oa, ob, oc, od, oe, of]: Matrix): Matrix => [
  a * oa + b * oc,
  a * ob + b * od,
  c * oa + d * oc,
  c * ob + d * od,
  e * oa + f * oc + oe,
  e * ob + f * od + of,
];

/** Looks through everything that is drawn on a page, in the order in which it is drawn. */
export const pageContents = (file: PdfFile, page: number, pageArea: number): PageContents => {
  const { pdfium, scratch } = file;
  const pictures: PlacedPicture[] = [];
  const order = new Map<number, number>();
  let [drawn, curves, coveredUpTo, hasLegible] = [0, 0, -1, false];

  const matrixOf = (object: number): Matrix => (pdfium._FPDFPageObj_GetMatrix(object, scratch.at) ? scratch.matrix() : IDENTITY);

  const addPicture = (object: number, outer: Matrix): void => {
    const [a, b, c, d] = joined(matrixOf(object), outer);
    const [widthPt, heightPt] = [Math.hypot(a, b), Math.hypot(c, d)];
    if (!pdfium._FPDFImageObj_GetImagePixelSize(object, scratch.at, scratch.at + 4)) return;
    const [widthPx, heightPx] = [scratch.int(0) >>> 0, scratch.int(1) >>> 0];
    if (Math.min(widthPt, heightPt) < LEGIBLE_PT || Math.min(widthPx, heightPx) < LEGIBLE_PX) return;
    pictures.push({ widthPx, heightPx, widthPt, heightPt });
    hasLegible = true;
    if (widthPt * heightPt >= COVERING_SHARE * pageArea && !pdfium._FPDFPageObj_HasTransparency(object)) coveredUpTo = drawn;
  };

  const isDot = (path: number): boolean => {
    if (!pdfium._FPDFPageObj_GetBounds(path, scratch.at, scratch.at + 4, scratch.at + 8, scratch.at + 12)) return false;
    const [width, height] = [scratch.float(2) - scratch.float(0), scratch.float(3) - scratch.float(1)];
    return Math.max(width, height) <= LARGEST_DOT_PT && Math.abs(width - height) <= ROUND * Math.max(width, height);
  };

  const addCurves = (path: number): void => {
    if (isDot(path)) return;
    const segments = pdfium._FPDFPath_CountSegments(path);
    for (let index = 0; index < segments && curves < DRAWN_WORD_CURVES; index++) {
      if (pdfium._FPDFPathSegment_GetType(pdfium._FPDFPath_GetPathSegment(path, index)) === CURVE) curves++;
    }
  };

  const walk = (count: number, objectAt: (index: number) => number, outer: Matrix, depth: number): void => {
    for (let index = 0; index < count && drawn < MOST_OBJECTS; index++) {
      const object = objectAt(index);
      order.set(object, ++drawn);
      const type = pdfium._FPDFPageObj_GetType(object);
      if (type === IMAGE) addPicture(object, outer);
      else if (type === PATH && curves < DRAWN_WORD_CURVES) addCurves(object);
      else if (type === FORM && depth < DEEPEST_FORM) walk(pdfium._FPDFFormObj_CountObjects(object), (at) => pdfium._FPDFFormObj_GetObject(object, at), joined(matrixOf(object), outer), depth + 1);
    }
  };
  walk(pdfium._FPDFPage_CountObjects(page), (index) => pdfium._FPDFPage_GetObject(page, index), IDENTITY, 0);

  const isTransparent = (object: number): boolean =>
    pdfium._FPDFPageObj_GetFillColor(object, scratch.at, scratch.at + 4, scratch.at + 8, scratch.at + 12) !== 0 && scratch.int(3) === 0;

  return {
    pictures,
    hasPicture: hasLegible || curves >= DRAWN_WORD_CURVES || hasWrittenAnnotation(file, page),
    shows: (object) => {
      const mode = pdfium._FPDFTextObj_GetTextRenderMode(object);
      return mode !== INVISIBLE && mode !== CLIP_ONLY && (order.get(object) ?? drawn) > coveredUpTo && !isTransparent(object);
    },
  };
};

const hasWrittenAnnotation = ({ pdfium, scratch }: PdfFile, page: number): boolean => {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), 1_000);
  pdfium.HEAPU8.set([0x41, 0x50, 0], scratch.at + 48);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    // AP: it has a look of its own, which is what gets drawn.
    const isWritten = WRITTEN_ANNOTATIONS.includes(pdfium._FPDFAnnot_GetSubtype(annotation)) && pdfium._FPDFAnnot_HasKey(annotation, scratch.at + 48) !== 0;
    pdfium._FPDFPage_CloseAnnot(annotation);
    if (isWritten) return true;
  }
  return false;
};
