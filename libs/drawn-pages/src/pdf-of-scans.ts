import sharp from 'sharp';
import { drawPdf, pdfPicture, type PdfPage } from './pdf.js';

const POINTS_PER_INCH = 72;

/** A page that is one picture from edge to edge, as a scanner makes it, with whatever else is drawn over it. */
export const scannedPdfPage = async (picture: Uint8Array, dpi: number, over: readonly string[] = []): Promise<PdfPage> => {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).toColourspace('srgb').jpeg({ quality: 92 }).toBuffer({ resolveWithObject: true });
  const [widthPt, heightPt] = [(info.width * POINTS_PER_INCH) / dpi, (info.height * POINTS_PER_INCH) / dpi];
  return { widthPt, heightPt, pictures: [{ jpeg: data, widthPx: info.width, heightPx: info.height }], draws: [pdfPicture(0, 0, 0, widthPt, heightPt), ...over] };
};

export const pdfOfScans = async (pictures: readonly Uint8Array[], dpi = 150): Promise<Buffer> => drawPdf(await Promise.all(pictures.map((picture) => scannedPdfPage(picture, dpi))));
