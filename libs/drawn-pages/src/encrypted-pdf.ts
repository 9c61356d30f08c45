import { PDFDocument } from '@cantoo/pdf-lib';

/** The same PDF, which then opens with its password only. */
export const encryptedPdf = async (pdf: Uint8Array, password: string): Promise<Buffer> => {
  const document = await PDFDocument.load(pdf);
  document.encrypt({ userPassword: password, ownerPassword: `${password} of the owner` });
  return Buffer.from(await document.save());
};
