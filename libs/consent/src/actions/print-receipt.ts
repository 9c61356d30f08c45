import { PDFDocument } from '@cantoo/pdf-lib';
import type { FilingReceipt } from '@inkproof/contract';
import { shanghaiTime } from '@inkproof/kernel';
import { Sheet } from '@inkproof/platform';
import { duty } from '../model/duty.js';

const moment = (at: string): string => `${shanghaiTime(new Date(at))} (Asia/Shanghai)`;

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

/** The receipt, in Chinese with English beside it, with the signed JSON attached. */
export const printReceipt = async (signed: FilingReceipt): Promise<Uint8Array> => {
  const { filing, version, issued_at } = signed.receipt;
  const [what, proof] = [whatRows(signed), proofRows(signed)];
  const pdf = await PDFDocument.create();
  const sheet = await Sheet.open(pdf, [title.zh, title.en, duty.zh, duty.en, attached, ...what.flat(), ...proof.flat()].join(''));
  const issuedAt = new Date(issued_at);
  pdf.setTitle(`${filing.name} v${version.number}`);
  pdf.setCreationDate(issuedAt);
  pdf.setModificationDate(issuedAt);
  sheet.write(title.zh, { sizePt: 20 });
  sheet.write(title.en, { grey: true });
  sheet.rules();
  for (const [label, value] of what) sheet.row(label, value);
  sheet.rules();
  sheet.write(duty.zh, { sizePt: 11 });
  sheet.space(4);
  sheet.write(duty.en, { sizePt: 9, grey: true });
  sheet.rules();
  for (const [label, value] of proof) sheet.row(label, value);
  sheet.space(6);
  sheet.write(attached, { sizePt: 8, grey: true });
  await pdf.attach(Buffer.from(JSON.stringify(signed, null, 2)), 'receipt.json', { mimeType: 'application/json', description: 'Signed receipt', creationDate: issuedAt, modificationDate: issuedAt });
  return pdf.save();
};
