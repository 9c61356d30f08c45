import { Author } from '../words/author.js';
import type { Lang } from '../words/author.js';
import { Draw } from './draw.js';
import { misread, type Misreading } from './misread.js';
import * as numbers from './numbers.js';
import { setText, type Part, type PartLine, type SetText } from './set-text.js';

/** What is drawn of one kind: its value, and the sentences it may stand in, `{}` being its place. */
interface Subject {
  kind: string;
  /** Kinds whose value is a number or as formal as one. */
  isNumbered: boolean;
  draw: (draw: Draw) => string;
  contexts: readonly [string, ...string[]];
  /** How a reader may fail with it and still leave something that can be known. */
  misreadings: readonly Misreading[];
}

const ALL: readonly Misreading[] = ['letter', 'space', 'full_width', 'line', 'mark'];
const PROVED: readonly Misreading[] = [...ALL, 'digit'];

const PEOPLE = ['张伟', '王秀英', '欧阳静怡', '赵启明', '林晓峰', '沈若兰', '郭振宇', '诸葛文涛', '李娜', '顾思远'] as const;
const FOREIGNERS = ['Agnes Holloway', 'Tobias Finch', 'Miriam Castell', 'Ruben Okafor', 'Dorothy Vance', 'Hugh O’Brien', 'Clara van der Berg', 'John Q. Smith'] as const;

const chineseAddress = (draw: Draw): string =>
  draw.one(['广东省深圳市南山区', '浙江省杭州市西湖区', '北京市海淀区', '上海市浦东新区', '四川省成都市武侯区', '湖北省武汉市江汉区']) + draw.one(['科技园路', '中山北路', '人民大街', '解放西路', '学府街', '滨江大道']) + draw.between(1, 300) + draw.one(['号', `号${draw.between(1, 20)}栋${draw.between(101, 2804)}室`, `号院${draw.between(1, 9)}号楼${draw.between(1, 6)}单元${draw.between(101, 1804)}室`]);
const englishAddress = (draw: Draw): string => `${draw.between(1, 260)} ${draw.one(['Mill', 'Abbey', 'Church', 'Station', 'Old Forge', 'Harbour View'])} ${draw.one(['Lane', 'Road', 'Street', 'Avenue', 'Close'])}`;
const chineseDay = (draw: Draw): string => draw.one([() => `${draw.between(1940, 2015)}年${draw.between(1, 12)}月${draw.between(1, 28)}日`, () => `${draw.between(1940, 2015)}-${draw.padded(1, 12)}-${draw.padded(1, 28)}`, () => `${draw.between(1940, 2015)}.${draw.padded(1, 12)}.${draw.padded(1, 28)}`])();
const englishDay = (draw: Draw): string => draw.one([() => `${draw.between(1, 28)} ${draw.one(['January', 'March', 'Oct', 'December'])} ${draw.between(1940, 2015)}`, () => `${draw.padded(1, 28)}/${draw.padded(1, 12)}/${draw.between(1940, 2015)}`])();

const subject = (kind: string, draw: Subject['draw'], misreadings: readonly Misreading[], ...contexts: [string, ...string[]]): Subject => ({ kind, isNumbered: true, draw, misreadings, contexts });
const worded = (kind: string, draw: Subject['draw'], ...contexts: [string, ...string[]]): Subject => ({ kind, isNumbered: false, draw, misreadings: [], contexts });

const SUBJECTS: Readonly<Record<Lang, readonly [Subject, ...Subject[]]>> = {
  chi_sim: [
    subject('identity_18', numbers.identity18, PROVED, '身份证号码：{}', '公民身份号码 {}', '持身份证（号码{}）于前台登记。', '{}', '经办人已核对 {} 无误', '身份证\t{}', '证件号：{}，有效期内。'),
    subject('identity_15', numbers.identity15, ['letter', 'space', 'full_width', 'line'], '身份证号：{}', '旧身份证号码 {}', '原居民身份证：{}。'),
    subject('mobile', numbers.mobile, ALL, '联系电话：{}', '手机 {}', '请拨打{}与我联系。', '送货员 {} 已到楼下', '{}', '（微信同号 {}）', '移动电话\t{}'),
    subject('landline', numbers.landline, ['letter', 'space', 'full_width'], '电话：{}', '传真 {}', '座机{}转 801', '总机 {}'),
    subject('international', numbers.international, ['letter', 'space'], '电话：{}', '境外联系方式 {}', '紧急情况请打 {}。'),
    subject('bank_card', numbers.bankCard, ALL, '银行卡号：{}', '卡号 {}', '尾款请转到 {} 建设银行。', '{}', '信用卡\t{}', '绑定储蓄卡（{}）成功'),
    subject('email', numbers.email, ['full_width', 'beside_mark'], '邮箱：{}', '请把简历发到 {}。', '电子邮件\t{}', '{}'),
    subject('passport', numbers.chinesePassport, ['letter', 'space', 'full_width'], '护照号码：{}', '护照号 {}', '持护照 {} 入境。', '护照\t{}'),
    subject('permit', numbers.permit, ['letter', 'space', 'full_width'], '往来港澳通行证号码：{}', '港澳居民来往内地通行证 {}', '回乡证号：{}'),
    subject('plate', numbers.plate, ['space', 'full_width'], '车牌号：{}', '车辆 {} 已登记。', '{} 驶入地下车库', '车牌\t{}'),
    worded('name', (draw) => draw.one(PEOPLE), '姓名：{}', '收件人：{}', '联系人 {}', '姓  名：{}', '持卡人：{}，'),
    worded('address', chineseAddress, '住址：{}', '收货地址：{}', '现住{}。', '他家搬到了{}，'),
    worded('birth_date', chineseDay, '出生日期：{}', '出生 {}', '生日：{}'),
  ],
  eng: [
    subject('identity_18', numbers.identity18, PROVED, 'Identity card no. {}', 'ID: {}', 'holder of identity card {} issued in Beijing', '{}'),
    subject('hong_kong', numbers.hongKongIdentity, ['full_width'], 'HKID {}', 'Identity card number: {}', 'the bearer of {} signed'),
    subject('social_security', numbers.socialSecurity, ['letter'], 'SSN: {}', 'Social security number {}', 'her social security card has {}.'),
    subject('mobile', numbers.mobile, ALL, 'Mobile: {}', 'Tel. {}', 'call {} before six', '{}'),
    subject('international', numbers.international, ['letter', 'space', 'mark'], 'Phone: {}', 'Call {} between nine and five.', 'Fax\t{}', '{}', 'she left {} on the machine'),
    subject('bank_card', numbers.bankCard, ALL, 'Card number: {}', 'paid by card {} today', 'Credit card\t{}', '{}'),
    subject('email', numbers.email, ['full_width', 'beside_mark'], 'E-mail: {}', 'write to {} for a copy', '{}', 'Contact\t{}'),
    subject('passport', numbers.otherPassport, ['letter', 'space'], 'Passport No. {}', 'Passport number: {}', 'travels on passport {}.'),
    subject('passport', numbers.chinesePassport, ['letter', 'space'], 'Passport No. {}', 'Passport number: {}', 'travels on passport {}.'),
    worded('name', (draw) => draw.one(FOREIGNERS), 'Name: {}', 'Full name: {}', 'Recipient: {}', 'Attn: {}'),
    worded('address', englishAddress, 'Address: {}', 'She lives at {}.', 'Deliver to {} please', 'Home address\t{}'),
    worded('birth_date', englishDay, 'Date of birth: {}', 'DOB {}', 'Born on {} in Kelby'),
  ],
};

const NUMBERED = new Set([...SUBJECTS.chi_sim, ...SUBJECTS.eng].filter(({ isNumbered }) => isNumbered).map(({ kind }) => kind)).add('mrz');

/** Whether values of a kind are numbers or as formal as one. */
export const isNumberedKind = (kind: string): boolean => NUMBERED.has(kind);

const LINE_SIGNS: Readonly<Record<Lang, number>> = { chi_sim: 38, eng: 80 };
const PHONE_SLOT = /拨打|Call 0/;

/** A paragraph in lines, without the sentence that has a telephone number of its own. */
const prose = (author: Author): PartLine[] => {
  const text = author.paragraph(author.between(2, 4));
  if (PHONE_SLOT.test(text)) return [];
  const lines: PartLine[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s?/g) ?? []) {
    if (line.length + piece.length > LINE_SIGNS[author.lang]) {
      lines.push([{ text: line.trimEnd() }]);
      line = '';
    }
    line += piece;
  }
  return [...lines, [{ text: line.trimEnd() }]];
};

const valueOf = (draw: Draw, { draw: drawValue, misreadings }: Subject, share: number): string => {
  let text = drawValue(draw);
  const [how] = draw.chance(share) && misreadings.length > 0 ? [draw.one(misreadings as [Misreading, ...Misreading[]])] : [];
  if (how) text = misread(draw, text, how);
  return text;
};

const subjectLine = (draw: Draw, lang: Lang, share: number): PartLine => {
  const chosen = draw.one(SUBJECTS[lang]);
  const [before = '', after = ''] = draw.one(chosen.contexts).split('{}');
  const parts: Part[] = [{ text: before }, { text: valueOf(draw, chosen, share), kind: chosen.kind }, { text: after }];
  return parts.filter(({ text }) => text);
};

/** The signs of a zone, one of them taken for another that looks like it. */
const zoneLines = (draw: Draw, share: number): PartLine[] => {
  const lines = numbers.zone(draw).map((text) => [{ text, kind: 'mrz' }]);
  if (!draw.chance(share)) return lines;
  const data = lines.find(([part]) => /\d/.test(part?.text ?? ''))?.[0];
  if (data) data.text = misread(draw, data.text, draw.one(['letter', 'digit']));
  return lines;
};

export interface LabelledPage extends SetText {
  lang: Lang;
  /** The same lines, for drawing. */
  lines: string[];
}

/**
 * A page that speaks of people, among sentences that do not, with every value marked. `misread` is the share of values that the
 * reader failed with: letters for digits, a digit for another where a check digit proves the number, breaks, widths and marks.
 */
export const labelledPage = (seed: number, misreadShare: number): LabelledPage => {
  const draw = new Draw(seed);
  const lang = draw.one<Lang>(['chi_sim', 'eng']);
  const author = new Author(lang, seed);
  const lines: PartLine[] = prose(author);
  for (let count = draw.between(5, 9); count > 0; count--) {
    lines.push(subjectLine(draw, lang, misreadShare));
    if (draw.chance(0.3)) lines.push(...prose(author));
  }
  if (draw.chance(0.25)) lines.push(...zoneLines(draw, misreadShare));
  const page = setText(draw, lines);
  return { ...page, lang, lines: lines.map((parts) => parts.map(({ text }) => text).join('').replaceAll('\t', '    ')) };
};
