'use client';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Wide enough for any screen it is shown on, and for a zoom. */
const MOST_WIDTH_PX = 2_000;

/** pdf.js only comes to those who have a document to look at. */
const open = async (file: File, password: string): Promise<PDFDocumentProxy> => {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs';
  return getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    password: password || undefined,
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    iccUrl: '/pdfjs/iccs/',
    wasmUrl: '/pdfjs/wasm/',
    // The policy of our pages compiles nothing.
    useWasm: false,
  }).promise;
};

const draw = async (document: PDFDocumentProxy, number: number, widthPx: number): Promise<string> => {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(widthPx, MOST_WIDTH_PX) / natural.width });
  const canvas = window.document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
  await page.render({ canvas, viewport }).promise;
  return canvas.toDataURL('image/webp', 0.9);
};

/** Draws pages of one PDF as pictures, each once. */
export const pageDrawer = (file: File, password: string): ((number: number, widthPx: number) => Promise<string>) => {
  let opened: Promise<PDFDocumentProxy> | undefined;
  const drawn = new Map<number, Promise<string>>();
  return (number, widthPx) => {
    const known = drawn.get(number);
    if (known) return known;
    const picture = (opened ??= open(file, password)).then((document) => draw(document, number, widthPx));
    drawn.set(number, picture);
    return picture;
  };
};
