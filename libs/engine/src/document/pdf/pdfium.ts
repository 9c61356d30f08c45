import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';

/** What is used of pdfium. Things of its own are addresses in its memory; 0 is none. */
export interface Pdfium {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _PDFium_Init(): void;
  _FPDF_LoadMemDocument(file: number, bytes: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_PageToDevice(page: number, left: number, top: number, width: number, height: number, rotate: number, x: number, y: number, deviceX: number, deviceY: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, scan: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(bitmap: number, page: number, left: number, top: number, width: number, height: number, rotate: number, flags: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_IsHyphen(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFText_GetCharBox(text: number, index: number, left: number, right: number, bottom: number, top: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_HasTransparency(object: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFImageObj_GetImagePixelSize(image: number, width: number, height: number): number;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFPath_GetPathSegment(path: number, index: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_HasKey(annotation: number, key: number): number;
}

/** What is used of WebAssembly, which the types of Node 20 do not know. */
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: { instantiate(binary: Uint8Array, imports: Imports): Promise<{ instance: object }> } };

type Grow = (bytes: number) => boolean;
interface Imports {
  env: Record<string, unknown> & { emscripten_resize_heap: Grow };
}

/** Room for the file, the largest picture that is let pass in colour, and its rendering. It asks for a fifth more than it needs; by itself it would take 2 GB before it gives up on a file made to exhaust it. */
const MOST_BYTES = 640 * 1024 * 1024;

const capped = ({ env, ...rest }: Imports): Imports => ({ ...rest, env: { ...env, emscripten_resize_heap: (bytes) => bytes >>> 0 <= MOST_BYTES && env.emscripten_resize_heap(bytes) } });

let running: Promise<Pdfium> | null = null;

const start = async (): Promise<Pdfium> => {
  const binary = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const options = {
    instantiateWasm: (imports: Imports, done: (instance: object) => void) => {
      void wasm.instantiate(binary, capped(imports)).then(({ instance }) => done(instance));
      return {};
    },
    // What it has to say of a file would be about what is in it, and so belongs in no log.
    print: () => {},
    printErr: () => {},
  };
  const pdfium = (await PDFiumModule(options as unknown as Parameters<typeof PDFiumModule>[0])) as unknown as Pdfium;
  pdfium._PDFium_Init();
  return pdfium;
};

/** The one instance of this process, started when it is first needed: no files, no network, no scripts, only the memory it is given. */
export const startPdfium = (): Promise<Pdfium> => (running ??= start());

/** Lets the instance go with everything it holds. The next document gets a fresh one, in some 30 ms. */
export const discardPdfium = (): void => {
  running = null;
};
