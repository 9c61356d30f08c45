import type { GreyImage } from '../../image/grey-image.js';
import { damagedPage } from '../damaged.js';
import type { PdfFile } from './pdf-file.js';

const GREY = 1;
/** Stamps, notes and what was filled into forms are drawn too. */
const ANNOTATIONS = 1;
const WHITE = 0xffffffff;

/** The page on white, in grey. Its memory is given back before this returns. */
export const renderPage = ({ pdfium }: PdfFile, page: number, number: number, width: number, height: number): GreyImage => {
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) throw damagedPage(number);
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
  const [at, stride] = [pdfium._FPDFBitmap_GetBuffer(bitmap), pdfium._FPDFBitmap_GetStride(bitmap)];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(pdfium.HEAPU8.subarray(at + y * stride, at + y * stride + width), y * width);
  pdfium._FPDFBitmap_Destroy(bitmap);
  return { width, height, grey };
};
