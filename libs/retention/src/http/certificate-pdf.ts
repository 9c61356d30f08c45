import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFOperator, PDFOperatorNames, PDFString, StandardFonts, type PDFFont, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { DeletionCertificate } from '@inkproof/contract';

const PAGE = { width: 595, height: 842 };
const MARGIN = 56;
const LABEL_WIDTH = 150;
const LINE = 16;
const SIZE = 10;

/** Runs of Latin and of everything else, which are set in two fonts. */
const runsOf = (text: string): { text: string; isLatin: boolean }[] => [...text.matchAll(/([\x20-\x7e]+)|([^\x20-\x7e]+)/g)].map(([all, latin]) => ({ text: all, isLatin: latin !== undefined }));

const hexOf = (text: string): string => [...Buffer.from(text, 'utf16le')].reduce((hex, _, at, bytes) => (at % 2 ? hex : hex + bytes[at + 1]!.toString(16).padStart(2, '0') + bytes[at]!.toString(16).padStart(2, '0')), '');

/**
 * One of the fonts that every reader of PDF knows for simplified Chinese (ISO 32000-1, 9.7.5.2), which is not embedded:
 * a certificate of two pages need not carry ten megabytes of glyphs.
 */
const chineseFont = (document: PDFDocument): PDFRef => {
  const { context } = document;
  const descriptor = context.register(context.obj({ Type: 'FontDescriptor', FontName: 'STSong-Light', Flags: 6, FontBBox: [-25, -254, 1000, 880], ItalicAngle: 0, Ascent: 880, Descent: -120, CapHeight: 880, StemV: 93 }));
  const info = PDFDict.withContext(context);
  info.set(PDFName.of('Registry'), PDFString.of('Adobe'));
  info.set(PDFName.of('Ordering'), PDFString.of('GB1'));
  info.set(PDFName.of('Supplement'), PDFNumber.of(5));
  const cid = context.register(context.obj({ Type: 'Font', Subtype: 'CIDFontType0', BaseFont: 'STSong-Light', CIDSystemInfo: info, FontDescriptor: descriptor, DW: 1000 }));
  const descendants = PDFArray.withContext(context);
  descendants.push(cid);
  return context.register(context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'STSong-Light', Encoding: 'UniGB-UTF16-H', DescendantFonts: descendants }));
};

class Sheet {
  #page: PDFPage;
  #y = 0;

  constructor(
    private readonly document: PDFDocument,
    private readonly latin: PDFFont,
    private readonly bold: PDFFont,
    private readonly chinese: PDFRef,
  ) {
    this.#page = this.#add();
  }

  line(text: string, { x = MARGIN, size = SIZE, isBold = false } = {}): void {
    let at = x;
    for (const run of runsOf(text)) {
      if (run.isLatin) {
        const font = isBold ? this.bold : this.latin;
        this.#page.drawText(run.text, { x: at, y: this.#y, size, font });
        at += font.widthOfTextAtSize(run.text, size);
      } else {
        this.#page.pushOperators(
          PDFOperator.of(PDFOperatorNames.BeginText),
          PDFOperator.of(PDFOperatorNames.SetFontAndSize, [PDFName.of('Song'), PDFNumber.of(size)]),
          PDFOperator.of(PDFOperatorNames.SetTextMatrix, [1, 0, 0, 1, at, this.#y].map((number) => PDFNumber.of(number))),
          PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(hexOf(run.text))]),
          PDFOperator.of(PDFOperatorNames.EndText),
        );
        at += [...run.text].length * size;
      }
    }
  }

  down(lines = 1): void {
    this.#y -= LINE * lines;
    if (this.#y < MARGIN) this.#page = this.#add();
  }

  fact(label: string, value: string): void {
    const most = Math.floor((PAGE.width - 2 * MARGIN - LABEL_WIDTH) / (SIZE * 0.56));
    this.line(label);
    for (let rest = value; ; rest = rest.slice(most)) {
      this.line(rest.slice(0, most), { x: MARGIN + LABEL_WIDTH });
      this.down();
      if (rest.length <= most) return;
    }
  }

  #add(): PDFPage {
    const page = this.document.addPage([PAGE.width, PAGE.height]);
    page.node.setFontDictionary(PDFName.of('Song'), this.chinese);
    this.#y = PAGE.height - MARGIN;
    return page;
  }
}

/** A certificate on paper, in both languages. What is verified is the JSON, which is attached; this says the same in words, and by which digests. */
export const certificatePdf = async (signed: DeletionCertificate): Promise<Uint8Array> => {
  const { certificate, key, signature } = signed;
  const document = await PDFDocument.create();
  document.setTitle(`Deletion certificate ${certificate.id}`);
  const moment = new Date(certificate.issued_at);
  document.setCreationDate(moment);
  document.setModificationDate(moment);
  const sheet = new Sheet(document, await document.embedFont(StandardFonts.Helvetica), await document.embedFont(StandardFonts.HelveticaBold), chineseFont(document));
  sheet.line('删除证明  Deletion certificate', { size: 20, isBold: true });
  sheet.down(2);
  sheet.line('无法复原。Cannot be restored, by anybody.', { size: 12, isBold: true });
  sheet.down(2);
  const { erased, keys, verification, excluded, deletion, tenant, checkpoint } = certificate;
  const facts: [string, string][] = [
    ['证明编号 Certificate', certificate.id],
    ['签发时间 Issued', certificate.issued_at],
    ['甲方 Tenant', `${tenant.name} (${tenant.id})`],
    ['删除 Deletion', `${deletion.id}, ${deletion.origin}`],
    ['请求人 Asked for by', `${deletion.requested_by}, ${deletion.requested_at}`],
    ['已删除 Erased', `${erased.count}`],
    ...erased.by_class.map(({ record_class, count }): [string, string] => ['', `${record_class}: ${count}`]),
    ['起止 From, to', `${erased.first_at ?? '-'}, ${erased.last_at ?? '-'}`],
    ['方法 Method', `data keys (AES-256-GCM, one for each thing) destroyed: ${keys.count}; sealed bytes unlinked`],
    ['核验 Verified', `${verification.at}: rows left 0, keys left 0, blobs left 0`],
    ['未删除 Left alone', `under legal hold ${excluded.held}, period not over ${excluded.kept}${excluded.holds.length > 0 ? `; ${excluded.holds.join(', ')}` : ''}`],
    ['备份截止 Backups', `the last backup made before is gone by ${certificate.backup_horizon}`],
    ['摘要 Digests', `salt ${erased.salt}; SHA-256 over all digests ${erased.digests_sha256}`],
    ['密钥 Key ids', `SHA-256 over all ids ${keys.ids_sha256}`],
    ['审计日志 Audit log', checkpoint ? `entry ${checkpoint.seq}, head ${checkpoint.head}` : '-'],
    ['签名密钥 Signed by', key],
    ['签名 Signature', `Ed25519 ${signature}`],
  ];
  for (const [label, value] of facts) sheet.fact(label, value);
  await document.attach(Buffer.from(JSON.stringify(signed)), `${certificate.id}.json`, { mimeType: 'application/json', creationDate: moment, modificationDate: moment });
  return document.save();
};
