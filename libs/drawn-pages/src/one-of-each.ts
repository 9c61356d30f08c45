import { asBmp } from './bmp.js';
import { encryptedPdf } from './encrypted-pdf.js';
import { asCmyk, asFormat, asPalette, asSixteenBit, inOneFile } from './formats.js';
import { asHeic } from './heic.js';
import { withOrientation } from './orientation.js';
import { drawPage } from './page.js';
import { pdfOfScans } from './pdf-of-scans.js';
import { drawPdf, pdfText } from './pdf.js';

/** One small file of each kind that is read, by name. */
export const oneOfEach = async (): Promise<Record<string, Uint8Array>> => {
  const drawn = { widthPx: 120, heightPx: 60, fontPx: 20 };
  const [page, other] = [drawPage({ lines: ['Once 一'], ...drawn }), drawPage({ lines: ['Again 二'], ...drawn })];
  const [jpeg, png, webp, tiff, gif, avif] = await Promise.all((['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const).map((format) => asFormat(page, format)));
  const text = drawPdf([{ draws: [pdfText(72, 700, 'Some text of an author'), pdfText(72, 680, '一行中文')] }, { draws: [pdfText(72, 700, 'A second page')], rotate: 90 }]);
  return {
    jpeg: jpeg as Buffer,
    png: png as Buffer,
    webp: webp as Buffer,
    tiff: tiff as Buffer,
    gif: gif as Buffer,
    avif: avif as Buffer,
    cmyk: await asCmyk(page),
    palette: await asPalette(page),
    sixteenBit: await asSixteenBit(page),
    turned: await withOrientation(page, 6),
    pages: await inOneFile([page, other], 'tiff'),
    frames: await inOneFile([page, other], 'gif'),
    heic: await asHeic(drawPage({ lines: ['Hi 你'], widthPx: 96, heightPx: 64, fontPx: 24 })),
    bmp: await asBmp(page, 24),
    bmpRuns: await asBmp(page, 'rle8'),
    bmpFields: await asBmp(page, 'fields16'),
    pdf: text,
    pdfScan: await pdfOfScans([page, other]),
    pdfLocked: await encryptedPdf(text, 'open'),
  };
};
