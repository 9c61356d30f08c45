import type { DeletionCertificate } from '@inkproof/contract';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { certificatePdf } from './certificate-pdf.js';

const certificate: DeletionCertificate = {
  certificate: {
    v: 1,
    id: `dct_${'0'.repeat(26)}`,
    issued_at: '2026-11-27T04:00:00.000Z',
    tenant: { id: `ten_${'0'.repeat(26)}`, name: '澄江物流 𠮷 (Chengjiang)' },
    deletion: { id: `del_${'0'.repeat(26)}`, origin: 'request', requested_by: 'per_1', requested_at: '2026-11-27T03:59:00.000Z', selection: { everything: 'results' } },
    erased: { count: 12_406, by_class: [{ record_class: 'recognition', count: 12_406 }], first_at: '2026-11-27T03:59:01.000Z', last_at: '2026-11-27T03:59:59.000Z', salt: '00'.repeat(16), digests_sha256: 'ab'.repeat(32), digests: null },
    keys: { count: 24_812, ids_sha256: 'cd'.repeat(32), ids: null },
    method: 'data_keys_destroyed',
    verification: { at: '2026-11-27T04:00:00.000Z', rows_left: 0, keys_left: 0, blobs_left: 0 },
    excluded: { held: 64, kept: 0, holds: Array.from({ length: 60 }, (_, at) => `hld_${String(at).padStart(26, '0')}`) },
    backup_horizon: '2027-01-01T03:59:59.000Z',
    checkpoint: { seq: 7, head: 'ef'.repeat(32), at: '2026-11-27T04:00:00.000000Z' },
    irreversible: '无法复原',
  },
  key: 'aa'.repeat(32),
  public_key: 'bb'.repeat(32),
  signature: 'cc'.repeat(64),
};

it('says on paper what is signed, the name of a tenant in Chinese too, over as many pages as it takes', async () => {
  const bytes = await certificatePdf(certificate);
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, cMapUrl: `${path.resolve(import.meta.dirname, '../../../../node_modules/pdfjs-dist/cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  const text = pages.join('').replaceAll(' ', '');
  for (const said of ['删除证明', '无法复原', '澄江物流', '(Chengjiang)', '12406', 'hld_00000000000000000000000059', 'cc'.repeat(20), '2027-01-01']) expect(text).toContain(said);
  expect(document.numPages).toBeGreaterThan(1);
});

it('is the same to the byte when it is asked for again', async () => {
  const [one, again] = await Promise.all([certificatePdf(certificate), certificatePdf(certificate)]);
  expect(Buffer.from(one).equals(again)).toBe(true);
});

it('carries the font that it needs, cut down to what it says', async () => {
  const bytes = await certificatePdf(certificate);
  expect(bytes.length).toBeLessThan(400_000);
  const { context } = await PDFDocument.load(bytes);
  const embedded = context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') && object.has(PDFName.of('FontFile2')));
  expect(embedded.length).toBe(1);
});
