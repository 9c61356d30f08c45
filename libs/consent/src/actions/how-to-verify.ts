import type { FilingExport } from '@inkproof/contract';
import { duty } from '../model/duty.js';

const file = (name: string): string => name.padEnd(24);

/** What lies beside it, and how anybody checks that it is what was made. */
export const howToVerify = ({ filing, tenant, day, until, made_at, provider }: FilingExport): string => `墨证 Inkproof

报备「${filing.name}」（${filing.id}）在 ${day} 的全部记录
甲方 ${tenant.name}（${tenant.id}），乙方 ${provider}。截至 ${until}，制作于 ${made_at}。时间均为 UTC；日期为 Asia/Shanghai。
不含任何识别出的文字。

${file('summary.pdf')}摘要，供阅读
${file('export.json')}当日有效的文本、各版本当时的状态与经过、统计、核查、保存期限、冻结、已删除内容
${file('authorizations.ndjson')}当日任一时刻有效的个人授权，每行一条
${file('calls.ndjson')}当日依据本报备的调用：申报与检出的信息种类
${file('findings.ndjson')}检出而未申报的信息种类
${file('receipts/')}受理回执，带签名
${file('certificates/')}此后删除当日内容所出具的删除证明，带签名
${file('audit.ndjson')}审计日志中的有关记录，以及它们到下一个已签名检查点的链接
${file('keys.json')}签名公钥
${file('verifier/')}两个校验程序，互不共用代码
${file('manifest.json')}以上每个文件的 SHA-256，带签名

离线校验。解压后，用其中一个程序校验未解压的原文件；不需要网络、数据库或其他软件包，只需 Node 20.15 以上或 Python 3.9 以上：

  node verifier/inkproof-verify.mjs --key 公钥编号 原文件.zip
  python3 verifier/inkproof_verify.py --key 公钥编号 原文件.zip

公钥编号请通过另一渠道核对（GET /v1/audit-keys 的 kid）。不带 --key 时，只能说明文件自身前后一致。
校验程序与记录来自同一份文件；不愿只相信送来文件的人，可从墨证源码的 apps/verifier 另取一份程序，结论应当相同。
${duty.zh}

----

Everything about the filing "${filing.name}" (${filing.id}) on ${day}
Tenant ${tenant.name} (${tenant.id}), provider ${provider}. Until ${until}, made ${made_at}. Times are UTC, days are of Asia/Shanghai.
It holds no recognised text.

${file('summary.pdf')}a summary, to read
${file('export.json')}the text in force that day, what each version had come to and how, counts, inspections, periods, holds, what was erased
${file('authorizations.ndjson')}what people had granted and stood at some moment of the day, one a line
${file('calls.ndjson')}calls of the day that relied on the filing: kinds declared and detected
${file('findings.ndjson')}kinds that were found and had not been declared
${file('receipts/')}receipts of acceptance, signed
${file('certificates/')}certificates of what of that day was erased since, signed
${file('audit.ndjson')}entries of the audit log, with what links each to the next signed checkpoint
${file('keys.json')}public keys
${file('verifier/')}two programs that verify, which share no code
${file('manifest.json')}SHA-256 of each of these files, signed

Verify it offline. Unpack it, and let one of the programs read the ZIP as it came; it takes no network, database or packages, only Node 20.15 or later, or Python 3.9 or later:

  node verifier/inkproof-verify.mjs --key ID this.zip
  python3 verifier/inkproof_verify.py --key ID this.zip

Compare the id of the key over another channel (kid in GET /v1/audit-keys). Without --key you learn only that the files agree with one another.
The programs come in the same file as the records. Whoever would rather not believe its sender takes them from apps/verifier in the source of Inkproof; they come to the same verdict.
${duty.en}
`;
