import { PDFDocument } from '@cantoo/pdf-lib';
import type { DeletionCertificate, EndStatement } from '@inkproof/contract';
import { Sheet } from '@inkproof/platform';

const title = { zh: '删除证明', en: 'Deletion certificate' };
const forGood = { zh: '无法复原。', en: 'Cannot be restored, by anybody.' };
const attached = '所附 JSON 是签名所及的全文，可离线校验。The attached JSON is what was signed and can be verified offline.';

type Rows = [label: string, value: string][];

/** Where the service has ended, the certificate is the statement of return or deletion. */
const endRows = ({ id, side, last_day, ended_at, offered_at, law }: EndStatement): Rows => [
  ['服务终止 Service ended', `${id}, by the ${side}; last day ${last_day}, ended ${ended_at}`],
  ['导出提示 Export offered', offered_at.join(', ')],
  ['返还或删除 Returned or deleted', `${law} PIPL Art. 21`],
];

const whatRows = ({ certificate: { id, issued_at, tenant, deletion, erased, excluded, service_end } }: DeletionCertificate): Rows => [
  ['证明编号 Certificate', id],
  ['签发时间 Issued', issued_at],
  ['甲方 Tenant', `${tenant.name}  ${tenant.id}`],
  ['删除 Deletion', `${deletion.id}, ${deletion.origin}`],
  ['请求人 Asked for by', `${deletion.requested_by}, ${deletion.requested_at}`],
  ['已删除 Erased', `${erased.count}`],
  ...erased.by_class.map(({ record_class, count }): [string, string] => ['', `${record_class}: ${count}`]),
  ['起止 From, to', `${erased.first_at ?? '-'}, ${erased.last_at ?? '-'}`],
  ['未删除 Left alone', `under legal hold ${excluded.held}, period not over ${excluded.kept}${excluded.holds.length > 0 ? `; ${excluded.holds.join(', ')}` : ''}`],
  ...(service_end ? endRows(service_end) : []),
];

const proofRows = ({ certificate: { erased, keys, verification, backup_horizon, checkpoint }, key, signature }: DeletionCertificate): Rows => [
  ['方法 Method', `data keys (AES-256-GCM, one for each thing) destroyed: ${keys.count}; sealed bytes unlinked`],
  ['核验 Verified', `${verification.at}: rows left 0, keys left 0, blobs left 0`],
  ['备份截止 Backups', `the last backup made before is gone by ${backup_horizon}`],
  ['摘要 Digests', `salt ${erased.salt}; SHA-256 over all digests ${erased.digests_sha256}`],
  ['密钥 Key ids', `SHA-256 over all ids ${keys.ids_sha256}`],
  ['审计日志 Audit log', checkpoint ? `entry ${checkpoint.seq}, head ${checkpoint.head}` : '-'],
  ['签名密钥 Signed by', key],
  ['签名 Signature', `Ed25519 ${signature}`],
];

/** A certificate on paper, in both languages. What is verified is the JSON, which is attached; this says the same in words, and by which digests. */
export const certificatePdf = async (signed: DeletionCertificate): Promise<Uint8Array> => {
  const { certificate } = signed;
  const [what, proof] = [whatRows(signed), proofRows(signed)];
  const pdf = await PDFDocument.create();
  const sheet = await Sheet.open(pdf, [title.zh, title.en, forGood.zh, forGood.en, attached, ...what.flat(), ...proof.flat()].join(''));
  const issuedAt = new Date(certificate.issued_at);
  pdf.setTitle(`Deletion certificate ${certificate.id}`);
  pdf.setCreationDate(issuedAt);
  pdf.setModificationDate(issuedAt);
  sheet.write(title.zh, { sizePt: 20 });
  sheet.write(title.en, { grey: true });
  sheet.rules();
  sheet.write(forGood.zh, { sizePt: 12 });
  sheet.write(forGood.en, { grey: true });
  sheet.rules();
  for (const [label, value] of what) sheet.row(label, value);
  sheet.rules();
  for (const [label, value] of proof) sheet.row(label, value);
  sheet.space(6);
  sheet.write(attached, { sizePt: 8, grey: true });
  await pdf.attach(Buffer.from(JSON.stringify(signed)), `${certificate.id}.json`, { mimeType: 'application/json', creationDate: issuedAt, modificationDate: issuedAt });
  return pdf.save();
};
