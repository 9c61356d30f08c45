import path from 'node:path';
import type { DisposalCertificate } from '@inkproof/contract';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { disposalPdf } from './disposal-pdf.js';

const certificate: DisposalCertificate = {
  certificate: {
    v: 1,
    id: `mdc_${'0'.repeat(26)}`,
    issued_at: '2026-11-27T04:00:00.000Z',
    disposal: {
      id: `mdp_${'0'.repeat(26)}`,
      kind: 'hard_disk',
      make: 'Seagate ST4000',
      serial: 'ZC1A93XY',
      place: '二号机柜',
      classes: ['recognition_result'],
      tenants: 'all',
      reason: '坏道',
      method: 'destroy',
      technique: 'shred',
      sanitised_at: '2026-11-26T04:00:00.000Z',
      verified_by: 'seen',
      verification: '碎片小于六毫米',
      contractor: null,
      corrects: null,
      entered_at: '2026-11-27T03:00:00.000Z',
    },
    performed_by: { id: 'per_1', name: '周宁' },
    witnessed_by: { id: 'per_2', name: '沈岚' },
    approval: { id: `apr_${'0'.repeat(26)}`, payload_sha256: 'ab'.repeat(32) },
    evidence: [{ kind: 'photo', bytes: 4, sha256: 'cd'.repeat(32) }],
    checkpoint: null,
  },
  key: 'aa'.repeat(32),
  public_key: 'bb'.repeat(32),
  signature: 'cc'.repeat(64),
};

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, cMapUrl: `${path.resolve(import.meta.dirname, '../../../../node_modules/pdfjs-dist/cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  return pages.join('').replaceAll(' ', '');
};

it('says on paper which medium, what was done, by whom and before whom, and by which digests', async () => {
  const text = await textOf(await disposalPdf(certificate));
  for (const said of ['介质处置证明', 'ZC1A93XY', '二号机柜', 'NISTSP800-88destroy:shred', '周宁', '沈岚', 'cd'.repeat(20), 'cc'.repeat(20)]) expect(text).toContain(said);
  expect(text).not.toContain('承办方');
});

it('is the same to the byte when it is asked for again', async () => {
  const [one, again] = await Promise.all([disposalPdf(certificate), disposalPdf(certificate)]);
  expect(Buffer.from(one).equals(again)).toBe(true);
});
