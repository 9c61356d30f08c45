import { Author, type Lang } from '../words/author.js';
import { Draw } from './draw.js';
import { setText, type SetText } from './set-text.js';

type Lines = (draw: Draw, author: Author) => string[];

const rows = (draw: Draw, least: number, most: number, row: (at: number) => string): string[] => Array.from({ length: draw.between(least, most) }, (_, at) => row(at + 1));
const amount = (draw: Draw): string => `${draw.between(1, 99_999).toLocaleString('en')}.${draw.padded(0, 99)}`;
const day = (draw: Draw): string => draw.one([`${draw.between(1994, 2026)}-${draw.padded(1, 12)}-${draw.padded(1, 28)}`, `${draw.between(1994, 2026)}/${draw.between(1, 12)}/${draw.between(1, 28)}`, `${draw.padded(1, 28)}.${draw.padded(1, 12)}.${draw.between(1994, 2026)}`]);
const time = (draw: Draw): string => `${draw.padded(0, 23)}:${draw.padded(0, 59)}:${draw.padded(0, 59)}`;
const hex = (draw: Draw, count: number): string => Array.from({ length: count }, () => draw.between(0, 15).toString(16)).join('');
const orderNumber = (draw: Draw): string => draw.one([() => `${draw.between(2019, 2026)}${draw.padded(1, 12)}${draw.padded(1, 28)}${draw.digits(draw.between(6, 11))}`, () => draw.between(1, 9) + draw.digits(draw.between(9, 18)), () => `${draw.capital()}${draw.capital()}${draw.digits(draw.between(7, 13))}`])();

/** ISO 2108: the last digit makes the weighted sum divisible by ten. */
const isbn = (draw: Draw): string => {
  const body = `978${draw.digits(9)}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  const whole = body + ((10 - (sum % 10)) % 10);
  return `${whole.slice(0, 3)}-${whole[3]}-${whole.slice(4, 7)}-${whole.slice(7, 12)}-${whole[12]}`;
};

const sentences = (author: Author, count: number): string[] => Array.from({ length: count }, () => author.sentence()).filter((sentence) => !/拨打|Call 0/.test(sentence));

const KINDS: Readonly<Record<string, readonly [lang: Lang, lines: Lines]>> = {
  'long prose, Chinese': ['chi_sim', (draw, author) => sentences(author, draw.between(20, 40))],
  'long prose, English': ['eng', (draw, author) => sentences(author, draw.between(15, 30))],
  'invoice, Chinese': ['chi_sim', (draw, author) => ['增值税普通发票', `发票代码 ${draw.digits(12)}\t发票号码：${draw.digits(8)}`, `校验码 ${draw.digits(20)}`, `统一社会信用代码：91${draw.digits(6)}${draw.digits(8)}${draw.digits(1)}${draw.capital()}`, '货物名称\t规格型号\t数量\t单价\t金额', ...rows(draw, 6, 20, () => `${author.one(author.tongue.goods)}\t${draw.capital()}${draw.capital()}-${draw.digits(5)}\t${draw.between(1, 400)}\t${amount(draw)}\t${amount(draw)}`), `合计\t¥${amount(draw)}`, `开票日期：${day(draw)}`, `机器编号：${draw.digits(12)}`]],
  'invoice, English': ['eng', (draw, author) => ['INVOICE', `Invoice no. ${orderNumber(draw)}\tIssued ${day(draw)}`, `VAT GB ${draw.digits(3)} ${draw.digits(4)} ${draw.digits(2)}`, `Purchase order ${draw.digits(10)}`, ...rows(draw, 6, 20, (at) => `${at}\t${author.one(author.tongue.goods)}\t${draw.between(1, 400)}\t${amount(draw)}\t${amount(draw)}`), `TOTAL\t£${amount(draw)}`]],
  'orders, Chinese': ['chi_sim', (draw) => rows(draw, 8, 20, () => draw.one([`订单号：${orderNumber(draw)}\t下单时间 ${day(draw)} ${time(draw)}`, `快递单号 ${draw.one(['SF', 'YT', 'JD', ''])}${draw.digits(13)}，已签收`, `流水号：${draw.digits(16)}\t金额：${amount(draw)} 元`, `商品编号 ${draw.digits(11)}\t数量 ${draw.between(1, 9)}`]))],
  'orders, English': ['eng', (draw) => rows(draw, 8, 20, () => draw.one([`Order number: ${orderNumber(draw)}\t${day(draw)}`, `Tracking no. ${draw.capital()}${draw.capital()}${draw.digits(9)}GB`, `Reference: ${draw.digits(12)}\tQty ${draw.between(1, 9)}`, `Serial number ${draw.capital()}${draw.digits(10)}`]))],
  'numbers without a word, in a column': ['eng', (draw) => {
    const length = draw.between(9, 20);
    return ['Number\tDate\tSum', ...rows(draw, 10, 25, () => `${draw.between(1, 9)}${draw.digits(length - 1)}\t${day(draw)}\t${amount(draw)}`)];
  }],
  'table of figures': ['chi_sim', (draw) => ['年份\t产量\t销量\t增长率', ...rows(draw, 15, 35, (at) => `${1990 + at}\t${draw.between(1000, 999_999)}\t${draw.between(1000, 9_999_999)}\t${draw.between(0, 20)}.${draw.digits(1)}%\t${draw.between(100, 999)}`)]],
  'table of small figures': ['eng', (draw) => rows(draw, 15, 35, () => Array.from({ length: draw.between(4, 9) }, () => draw.digits(draw.between(1, 6))).join('\t'))],
  'books': ['eng', (draw, author) => rows(draw, 8, 18, (at) => draw.one([`${at}. ${author.one(author.tongue.titles)}, ${author.one(author.tongue.places)}: ${author.between(1950, 2025)}, pp. ${draw.between(1, 90)}-${draw.between(91, 420)}.`, `ISBN ${isbn(draw)}`, `ISBN ${isbn(draw).replaceAll('-', '')}`, `doi:10.${draw.digits(4)}/${hex(draw, 8)}.${draw.digits(6)}`, `ISSN ${draw.digits(4)}-${draw.digits(4)}`]))],
  'contents': ['chi_sim', (draw, author) => rows(draw, 15, 30, (at) => `第${at}章 ${author.one(author.tongue.titles)} ${'.'.repeat(draw.between(8, 30))} ${draw.between(1, 480)}`)],
  'code': ['eng', (draw) => rows(draw, 20, 40, (at) => draw.one([`const value${at} = ${draw.digits(draw.between(1, 12))};`, `  name: Deploy`, `import { a${at} } from '@scope/part-${at}';`, `0x${hex(draw, 8)} 0x${hex(draw, 16)}`, `sha256:${hex(draw, 64)}`, `if (count > ${draw.digits(5)}) return '${hex(draw, 12)}';`, `npm install left@${draw.between(1, 9)}.${draw.between(0, 20)}.${draw.between(0, 9)}`, `@Decorated({ limit: ${draw.digits(4)} })`, `name: 'Worker ${at}',`]))],
  'log': ['eng', (draw) => rows(draw, 15, 35, () => `${day(draw)} ${time(draw)}.${draw.digits(3)} [${draw.between(1, 40_000)}] ${draw.between(1, 223)}.${draw.between(0, 255)}.${draw.between(0, 255)}.${draw.between(1, 254)} GET /v${draw.between(1, 3)}/items/${draw.digits(draw.between(4, 10))} ${draw.between(200, 504)} ${1_600_000_000 + draw.between(0, 99_999_999)}${draw.digits(3)} ${hex(draw, 8)}-${hex(draw, 4)}-4${hex(draw, 3)}-a${hex(draw, 3)}-${hex(draw, 12)}`)],
  'goods': ['chi_sim', (draw, author) => ['品名\t条码\t型号\t价格', ...rows(draw, 10, 25, () => `${author.one(author.tongue.goods)}\t69${draw.digits(11)}\t${draw.capital()}${draw.digits(draw.between(3, 6))}\t¥${amount(draw)}`), `IMEI：${draw.digits(15)}`, `序列号 ${draw.capital()}${draw.capital()}${draw.digits(8)}`]],
  'clauses': ['chi_sim', (draw, author) => rows(draw, 10, 20, (at) => `第${at}条 ${author.sentence()}`).filter((line) => !line.includes('拨打')).concat(['乙方应当提供联系人姓名、联系电话、身份证号码及住址。', '姓名、出生日期和地址以户口簿登记的为准。', '护照、通行证等证件应当在有效期内。'])],
  'an empty form': ['chi_sim', (draw) => draw.one([['姓名：\t性别：\t出生日期：', '身份证号码：', '联系电话：\t电子邮箱：', '家庭住址：', '开户行：\t银行卡号：', '申请日期：    年    月    日'], ['姓名\t性别\t民族\t出生年月', '住址\t邮编\t电话', '收件人\t地址\t备注']])],
  'an empty form in English': ['eng', () => ['Full name:', 'Date of birth (dd/mm/yyyy):', 'Address:', 'Telephone:\tE-mail:', 'Passport number:\tDate of issue:', 'Signature:\tDate:', 'Name of the event: Spring Timetable', 'Please print your name and address in capital letters.', 'File name: Harvest Supper']],
  'measures': ['eng', (draw) => rows(draw, 15, 30, () => `${draw.between(0, 90)}.${draw.digits(4)} N ${draw.between(0, 180)}.${draw.digits(4)} W  ${draw.between(1, 4000)} m  +${draw.between(0, 99)}.${draw.digits(2)} ±${draw.digits(2)}  ${draw.digits(3)}-${draw.digits(2)}  ${draw.digits(3)} x ${draw.digits(3)} x ${draw.digits(3)}`)],
  'accounts': ['eng', (draw) => ['All figures in thousands', ...rows(draw, 12, 30, (at) => `${draw.one(['Revenue', 'Cost of sales', 'Equipment', 'Receivables', 'Note'])} ${at}\t${draw.between(10_000, 999_999)} ${draw.between(10_000, 999_999)}\t(${draw.digits(4)})\t${draw.between(1, 9)} ${draw.digits(3)} ${draw.digits(3)}`)]],
};

export const ordinaryKinds: readonly string[] = Object.keys(KINDS);

export interface OrdinaryPage extends SetText {
  kind: string;
}

/** A page full of numbers, dates, codes and sentences that say nothing of anybody; the kinds take turns. */
export const ordinaryPage = (seed: number): OrdinaryPage => {
  const kind = ordinaryKinds[seed % ordinaryKinds.length] ?? '';
  const [lang, lines] = KINDS[kind] ?? ['eng', () => []];
  const draw = new Draw(seed);
  const texts = lines(draw, new Author(lang, seed));
  return { ...setText(draw, texts.flatMap((text) => wrapped(text)).map((text) => [{ text }])), kind };
};

const MOST_SIGNS = 90;
const wrapped = (text: string): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s/g) ?? []) {
    if (line.length + piece.length > MOST_SIGNS && line.trim()) {
      lines.push(line.trimEnd());
      line = piece.trim();
    } else line += piece;
  }
  return [...lines, line].filter((each) => each.trim());
};
