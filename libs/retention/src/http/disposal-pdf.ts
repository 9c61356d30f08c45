import { PDFDocument } from '@cantoo/pdf-lib';
import type { DisposalCertificate } from '@inkproof/contract';
import { Sheet } from '@inkproof/platform';

const title = { zh: '介质处置证明', en: 'Certificate of media disposal' };
const attached = '所附 JSON 是签名所及的全文，可离线校验。The attached JSON is what was signed and can be verified offline.';
const ofNobody = '无 none';

type Rows = [label: string, value: string][];

const person = ({ id, name }: { id: string; name: string | null }): string => (name === null ? id : `${name}  ${id}`);

const mediumRows = ({ certificate: { id, issued_at, disposal } }: DisposalCertificate): Rows => [
  ['证明编号 Certificate', id],
  ['签发时间 Issued', issued_at],
  ['登记编号 Entry', disposal.corrects ? `${disposal.id}, corrects ${disposal.corrects}` : disposal.id],
  ['介质 Medium', disposal.kind],
  ['型号 Make', disposal.make],
  ['序列号 Serial', disposal.serial],
  ['使用位置 Place', disposal.place],
  ['数据类别 Records', disposal.classes.join(', ') || ofNobody],
  ['涉及甲方 Tenants', disposal.tenants === 'all' ? '全部 all' : disposal.tenants.join(', ') || ofNobody],
  ['原因 Reason', disposal.reason],
];

const deedRows = ({ certificate: { disposal, performed_by, witnessed_by, evidence } }: DisposalCertificate): Rows => [
  ['方法 Method', `NIST SP 800-88 ${disposal.method}: ${disposal.technique}`],
  ['处置时间 Done', disposal.sanitised_at],
  ['核验 Verified', `${disposal.verified_by}: ${disposal.verification}`],
  ['经办人 Done by', person(performed_by)],
  ...(disposal.contractor === null ? [] : [['承办方 Contractor', disposal.contractor] satisfies Rows[number]]),
  ['见证人 Witness', person(witnessed_by)],
  ...evidence.map(({ kind, sha256 }, at): Rows[number] => [at === 0 ? '证据 Evidence' : '', `${kind}: SHA-256 ${sha256}`]),
];

const proofRows = ({ certificate: { approval, checkpoint }, key, signature }: DisposalCertificate): Rows => [
  ['见证确认 Confirmed', `${approval.id}, SHA-256 ${approval.payload_sha256}`],
  ['审计日志 Audit log', checkpoint ? `entry ${checkpoint.seq}, head ${checkpoint.head}` : '-'],
  ['签名密钥 Signed by', key],
  ['签名 Signature', `Ed25519 ${signature}`],
];

/** The certificate on paper, in both languages. What is verified is the JSON, which is attached. */
export const disposalPdf = async (signed: DisposalCertificate): Promise<Uint8Array> => {
  const { certificate } = signed;
  const parts = [mediumRows(signed), deedRows(signed), proofRows(signed)];
  const pdf = await PDFDocument.create();
  const sheet = await Sheet.open(pdf, [title.zh, title.en, attached, ...parts.flat(2)].join(''));
  const issuedAt = new Date(certificate.issued_at);
  pdf.setTitle(`${title.en} ${certificate.id}`);
  pdf.setCreationDate(issuedAt);
  pdf.setModificationDate(issuedAt);
  sheet.write(title.zh, { sizePt: 20 });
  sheet.write(title.en, { grey: true });
  for (const rows of parts) {
    sheet.rules();
    for (const [label, value] of rows) sheet.row(label, value);
  }
  sheet.space(6);
  sheet.write(attached, { sizePt: 8, grey: true });
  await pdf.attach(Buffer.from(JSON.stringify(signed)), `${certificate.id}.json`, { mimeType: 'application/json', creationDate: issuedAt, modificationDate: issuedAt });
  return pdf.save();
};
