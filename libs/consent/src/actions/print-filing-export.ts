import { PDFDocument } from '@cantoo/pdf-lib';
import type { FilingExport } from '@inkproof/contract';
import { shanghaiTime } from '@inkproof/kernel';
import { Sheet } from '@inkproof/platform';
import { duty } from '../model/duty.js';

const moment = (at: string | null): string => (at === null ? '-' : `${shanghaiTime(new Date(at))} (Asia/Shanghai)`);

const title = { zh: '报备当日全部记录', en: 'Everything about a filing on a day' };
const proof = '本摘要与其余文件的 SHA-256 见 manifest.json，可离线校验；方法见 README.txt。The SHA-256 of this paper and of every other file is in manifest.json and can be verified offline; README.txt says how.';
/** Longer texts are in export.json alone. */
const LINES_MAX = 400;

type Rows = [label: string, value: string][];

const whatRows = ({ provider, tenant, filing, day, until, made_at }: FilingExport): Rows => [
  ['乙方 Provider', provider],
  ['甲方 Tenant', `${tenant.name}  ${tenant.id}`],
  ['报备 Filing', `${filing.name}  ${filing.id}`],
  ['日期 Day', day],
  ['截至 Until', moment(until)],
  ['制作 Made', moment(made_at)],
];

const countRows = ({ authorizations, calls }: FilingExport): Rows => [
  ['个人授权 Authorisations', `当日末有效 standing ${authorizations.standing}，当日曾有效 listed ${authorizations.listed}`],
  ['', `登记 recorded ${authorizations.recorded}，撤回 withdrawn ${authorizations.withdrawn}`],
  ['资料 Material', `保管库 in the vault ${authorizations.in_vault}；无期限 without an end ${authorizations.kept_without_end}；最晚保留至 kept until ${moment(authorizations.kept_until)}`],
  ['调用 Calls', `${calls.total}：成功 accepted ${calls.accepted}，拒绝 refused ${calls.refused}，失败 failed ${calls.failed}；页 pages ${calls.pages}`],
  ['未申报 Undeclared', `${calls.undeclared}`],
];

const listRows = ({ inspections, holds, retention, erased }: FilingExport): Rows => [
  ...inspections.map(({ id, state, drawn, verdict, reason }): [string, string] => ['核查 Inspection', `${id}  ${state}，抽中 drawn ${drawn}，${verdict ?? '-'}${reason === null ? '' : `: ${reason}`}`]),
  ...holds.map(({ id, scope, reference, placed_at, lifted_at }): [string, string] => ['冻结 Hold', `${id}  ${scope}，${reference}，${moment(placed_at)} – ${moment(lifted_at)}`]),
  ...retention.map(({ record_class, basis, months, source }): [string, string] => ['保存 Retention', `${record_class}：${months} 个月 months，${basis}，${source}`]),
  ...erased.map(({ deletion, certificate, by_class }): [string, string] => ['已删除 Erased', `${deletion}  ${by_class.map(({ record_class, count }) => `${record_class} ${count}`).join(', ')}；${certificate ?? '-'}`]),
];

const versionRows = ({ number, id, state, text_sha256, events }: FilingExport['versions'][number]): Rows => [
  [`版本 Version ${number}`, `${id}  ${state}`],
  ['文本 SHA-256', text_sha256],
  ...events.map(({ at, kind, by, by_provider }): [string, string] => [kind, `${moment(at)}  ${by.name ?? by.id}（${by_provider ? '乙方 provider' : '甲方 tenant'}）`]),
];

/** The summary, in Chinese with English beside it: the counts, and the text that was in force. */
export const printFilingExport = async (shown: FilingExport): Promise<Uint8Array> => {
  const parts = [whatRows(shown), countRows(shown), listRows(shown), ...shown.versions.map(versionRows)].filter((rows) => rows.length > 0);
  const texts = shown.in_force.map(({ number, id, text }) => ({ title: `当日有效文本 Text in force: ${number}  ${id}`, lines: text.split('\n').slice(0, LINES_MAX) }));
  const none = '当日没有有效的文本。No text was in force that day.';
  const pdf = await PDFDocument.create();
  const sheet = await Sheet.open(pdf, [title.zh, title.en, duty.zh, duty.en, proof, none, ...parts.flat(2), ...texts.flatMap((text) => [text.title, ...text.lines])].join(''));
  const madeAt = new Date(shown.made_at);
  pdf.setTitle(`${shown.filing.name} ${shown.day}`);
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
  sheet.write(title.zh, { sizePt: 20 });
  sheet.write(title.en, { grey: true });
  for (const rows of parts) {
    sheet.rules();
    for (const [label, value] of rows) sheet.row(label, value);
  }
  sheet.rules();
  if (texts.length === 0) sheet.write(none);
  for (const text of texts) {
    sheet.write(text.title, { grey: true });
    sheet.space(4);
    for (const line of text.lines) sheet.write(line, { sizePt: 11 });
    sheet.space(12);
  }
  sheet.rules();
  sheet.write(duty.zh);
  sheet.write(duty.en, { sizePt: 9, grey: true });
  sheet.space(6);
  sheet.write(proof, { sizePt: 8, grey: true });
  return pdf.save();
};
