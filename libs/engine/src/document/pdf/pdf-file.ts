import { Unreadable } from '../../unreadable.js';
import { damaged, damagedPage } from '../damaged.js';
import { discardPdfium, startPdfium, type Pdfium } from './pdfium.js';
import { Scratch } from './scratch.js';

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** Memory of an instance never shrinks, so one that had to grow past this is let go with the document that made it grow. */
const LARGEST_KEPT_BYTES = 128 * 1024 * 1024;

const refusalFor = (error: number, isPasswordGiven: boolean): Unreadable => {
  if (error === ERROR_PASSWORD && isPasswordGiven) return new Unreadable('password_wrong', 'The password does not open the document. Check it and send the document again.');
  if (error === ERROR_PASSWORD) return new Unreadable('password_required', 'The document is encrypted. Send its password in the option password.');
  if (error === ERROR_SECURITY) return new Unreadable('unsupported', 'The document is protected in a way that passwords do not open. Save it without protection and send it again.');
  return damaged('application/pdf');
};

/** Bytes in pdfium's memory; its own text ends with a zero. */
const lend = (pdfium: Pdfium, bytes: Uint8Array): number => {
  const address = pdfium._malloc(bytes.length + 1);
  if (address === 0) throw damaged('application/pdf');
  pdfium.HEAPU8.set(bytes, address);
  pdfium.HEAPU8[address + bytes.length] = 0;
  return address;
};

const load = (pdfium: Pdfium, file: number, bytes: number, password: string | undefined): number => {
  const secret = Buffer.from(password ?? '', 'utf8');
  const address = lend(pdfium, secret);
  const document = pdfium._FPDF_LoadMemDocument(file, bytes, password === undefined ? 0 : address);
  pdfium.HEAPU8.fill(0, address, address + secret.length);
  pdfium._free(address);
  return document;
};

/** Code that stopped in the middle left its memory in no known state, so the instance goes, and the file is to blame. */
const orDamaged = <Result>(refusal: Unreadable, work: () => Result, onBroken = () => {}): Result => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    onBroken();
    discardPdfium();
    throw refusal;
  }
};

/** A PDF in pdfium's memory, one page of it at a time. */
export class PdfFile {
  readonly pages: number;
  readonly scratch: Scratch;
  /** After a page that was too much for the instance nothing more is to be asked of it. */
  isBroken = false;
  #page = { number: 0, address: 0 };

  private constructor(
    readonly pdfium: Pdfium,
    private readonly document: number,
    private readonly bytes: number,
  ) {
    this.scratch = new Scratch(pdfium);
    this.pages = pdfium._FPDF_GetPageCount(document);
  }

  static async open(file: Uint8Array, password: string | undefined): Promise<PdfFile> {
    const pdfium = await startPdfium();
    return orDamaged(damaged('application/pdf'), () => {
      const bytes = lend(pdfium, file);
      const document = load(pdfium, bytes, file.length, password);
      if (document !== 0) return new PdfFile(pdfium, document, bytes);
      const error = pdfium._FPDF_GetLastError();
      pdfium._free(bytes);
      throw refusalFor(error, password !== undefined);
    });
  }

  /** Does something with a page, counted from 1, which is loaded for it if it is not the one at hand. */
  withPage<Result>(number: number, work: (page: number) => Result): Result {
    return orDamaged(damagedPage(number), () => {
      if (this.#page.number !== number) this.#turnTo(number);
      return work(this.#page.address);
    }, () => void (this.isBroken = true));
  }

  #turnTo(number: number): void {
    this.#closePage();
    const address = this.pdfium._FPDF_LoadPage(this.document, number - 1);
    if (address === 0) throw damagedPage(number);
    this.#page = { number, address };
  }

  #closePage(): void {
    const { address } = this.#page;
    this.#page = { number: 0, address: 0 };
    if (address !== 0) this.pdfium._FPDF_ClosePage(address);
  }

  close(): void {
    if (this.isBroken) return;
    try {
      this.#closePage();
      this.pdfium._FPDF_CloseDocument(this.document);
      this.pdfium._free(this.bytes);
      this.scratch.free();
      if (this.pdfium.HEAPU8.length > LARGEST_KEPT_BYTES) discardPdfium();
    } catch {
      discardPdfium();
    }
  }
}
