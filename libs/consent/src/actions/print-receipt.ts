import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import type { FilingReceipt } from '@inkproof/contract';
import subsetFont from 'subset-font';
import { duty } from '../model/duty.js';

const { resolve } = createRequire(import.meta.url);
/** One face of Song for both scripts (SIL OFL 1.1); of it only the characters that are used enter the file. */
const FACE = '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff';

const A4 = { widthPt: 595.28, heightPt: 841.89 };
const MARGIN_PT = 64;
const LABEL_PT = 132;
const [INK, GREY] = [rgb(0.07, 0.09, 0.1), rgb(0.39, 0.43, 0.45)];
const LEADING = 1.6;

/** Lines that fit a width. Han text breaks anywhere and words in other scripts at spaces, where they are not longer than a line. */
const linesOf = (font: PDFFont, text: string, sizePt: number, widthPt: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/g) ?? []) {
    for (const part of font.widthOfTextAtSize(piece, sizePt) > widthPt ? Array.from(piece) : [piece]) {
      if (line !== '' && font.widthOfTextAtSize(line + part, sizePt) > widthPt) {
        lines.push(line);
        line = '';
      }
      if (line !== '' || part.trim() !== '') line += part;
    }
  }
  return [...lines, line];
};

class Sheet {
  #yPt = A4.heightPt - MARGIN_PT;

  constructor(
    private readonly page: PDFPage,
    private readonly font: PDFFont,
  ) {}

  write(text: string, { sizePt = 10, xPt = MARGIN_PT, color = INK }: { sizePt?: number; xPt?: number; color?: ReturnType<typeof rgb> } = {}): void {
    for (const line of linesOf(this.font, text, sizePt, A4.widthPt - MARGIN_PT - xPt)) {
      this.#yPt -= sizePt * LEADING;
      this.page.drawText(line, { x: xPt, y: this.#yPt, size: sizePt, font: this.font, color });
    }
  }

  row(label: string, value: string): void {
    const beforePt = this.#yPt;
    this.write(label, { color: GREY });
    this.#yPt = beforePt;
    this.write(value, { xPt: MARGIN_PT + LABEL_PT });
    this.space(3);
  }

  /** 文武线: a thick rule with a thin one under it. */
  rules(): void {
    for (const [gapPt, thickness] of [[10, 1.6], [3.2, 0.5]] as const) {
      this.#yPt -= gapPt;
      this.page.drawLine({ start: { x: MARGIN_PT, y: this.#yPt }, end: { x: A4.widthPt - MARGIN_PT, y: this.#yPt }, thickness, color: INK });
    }
    this.space(12);
  }

  space(heightPt: number): void {
    this.#yPt -= heightPt;
  }
}

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const moment = (at: string): string => `${shanghai.format(new Date(at))} (Asia/Shanghai)`;

const title = { zh: '授权文本报备受理回执', en: 'Receipt of acceptance for filing' };
const attached = '所附 receipt.json 是签名所及的全文，可离线校验。The attached receipt.json is what was signed and can be verified offline.';

type Rows = [label: string, value: string][];

const whatRows = ({ receipt: { provider, tenant, filing, version } }: FilingReceipt): Rows => [
  ['乙方 Provider', provider],
  ['甲方 Tenant', `${tenant.name}  ${tenant.id}`],
  ['报备 Filing', `${filing.name}  ${filing.id}`],
  ['版本 Version', `${version.number}  ${version.id}`],
  ['语言 Language', version.language],
  ['生效 In effect', version.effective_on + (version.ends_on ? ` – ${version.ends_on}` : '')],
  ['信息种类 Categories', version.categories.join(', ')],
  ['提交 Handed in', moment(version.submitted_at)],
  ['受理 Accepted', moment(version.accepted_at)],
  ['文本 SHA-256', version.text_sha256],
];

const proofRows = ({ receipt: { entry, checkpoint, key, issued_at }, signature }: FilingReceipt): Rows => [
  ['审计日志 Audit log', `#${entry.seq}  ${entry.hash}`],
  ['检查点 Checkpoint', `#${checkpoint.seq}  ${checkpoint.head}`],
  ['签名公钥 Key', key],
  ['签名 Ed25519', signature],
  ['签发 Issued', moment(issued_at)],
];

/** The receipt on one page, in Chinese with English beside it, with the signed JSON attached. */
export const printReceipt = async (signed: FilingReceipt): Promise<Uint8Array> => {
  const { filing, version, issued_at } = signed.receipt;
  const [what, proof] = [whatRows(signed), proofRows(signed)];
  const everything = [title.zh, title.en, duty.zh, duty.en, attached, ...what.flat(), ...proof.flat()].join('');
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  // Without ligatures and other forms of characters: what has no character of its own would be drawn without its width.
  const font = await pdf.embedFont(await subsetFont(await readFile(resolve(FACE)), everything, { targetFormat: 'truetype', noLayoutClosure: true }));
  const issuedAt = new Date(issued_at);
  pdf.setTitle(`${filing.name} v${version.number}`);
  pdf.setCreationDate(issuedAt);
  pdf.setModificationDate(issuedAt);
  const sheet = new Sheet(pdf.addPage([A4.widthPt, A4.heightPt]), font);
  sheet.write(title.zh, { sizePt: 20 });
  sheet.write(title.en, { color: GREY });
  sheet.rules();
  for (const [label, value] of what) sheet.row(label, value);
  sheet.rules();
  sheet.write(duty.zh, { sizePt: 11 });
  sheet.space(4);
  sheet.write(duty.en, { sizePt: 9, color: GREY });
  sheet.rules();
  for (const [label, value] of proof) sheet.row(label, value);
  sheet.space(6);
  sheet.write(attached, { sizePt: 8, color: GREY });
  await pdf.attach(Buffer.from(JSON.stringify(signed, null, 2)), 'receipt.json', { mimeType: 'application/json', description: 'Signed receipt', creationDate: issuedAt, modificationDate: issuedAt });
  return pdf.save();
};
