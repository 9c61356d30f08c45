/** What the words before a value say it is. `number` is a number of something that is no person. */
export type LabelKind = 'identity' | 'document' | 'security' | 'phone' | 'card' | 'passport' | 'permit' | 'plate' | 'name' | 'address' | 'birth' | 'email' | 'number';

export interface Label {
  kind: LabelKind;
  begin: number;
  end: number;
}

/** Between a label and its value, in signs: room for a remark in brackets. */
const REACH = 24;
/** "Phone 1:" still announces a number. */
const MOST_DIGITS_BETWEEN = 2;

const HOLDER = '(?:full|first|last|given|family|middle|maiden|patient|customer|client|cardholder|account holder|contact|recipient|applicant|employee|student|guest|passenger|beneficiary|holder|sender|payee|tenant|parent|guardian|your|legal|print(?:ed)?)';

/** In the order in which they are tried at one place, so that 会员卡号 is no 卡号. */
const WORDS: readonly (readonly [LabelKind, string])[] = [
  ['number', '(?:订|运|货|快递|物流|流水|交易|合同|发票|会员|工|学|员工|门诊|住院|病历|设备|产品|商品|序列|批|案|文|档案|登记|注册|备案|许可证|执照|受理|凭证|支付|商户|桌|房|车架|发动机)\\s?(?:单|编|卡)?\\s?(?:编\\s?号|号\\s?码?|代码)'],
  ['number', '统一社会信用代码|信用代码|纳税人识别号|税\\s?号|税务登记|条\\s?码|型\\s?号|货\\s?号|编\\s?号|单\\s?号|发票代码|校验码|机器编号|邮\\s?编|邮政编码|金\\s?额|合\\s?计|数\\s?量|单\\s?价|总\\s?计|规格|书号|准考证号'],
  ['identity', '公民身份号码|(?:居民)?身\\s?份\\s?证(?:件)?(?:\\s?号\\s?码?|编号)?|身份号码|\\b(?:citizen )?(?:ID|identity|identification)(?: card)?(?: ?(?:no\\b\\.?|number|#))?'],
  ['security', '\\b(?:SSN|social security)(?: ?(?:no\\b\\.?|number|#))?'],
  ['permit', '(?:港澳|来往|往来|台湾|台胞)[\\u4e00-\\u9fff]{0,12}(?:通行证|证)(?:\\s?号\\s?码?)?|通行证(?:\\s?号\\s?码?)?|回乡证(?:号码?)?|台胞证(?:号码?)?|\\b(?:travel|home return) permit(?: ?(?:no\\b\\.?|number))?'],
  ['passport', '护\\s?照\\s?(?:号\\s?码?|编号)?|\\bpassport(?: ?(?:no\\b\\.?|number|#))?'],
  ['document', '证\\s?件\\s?(?:号\\s?码?|编号)|\\b(?:document|travel document) (?:no\\b\\.?|number)'],
  ['card', '(?:银行|信用|借记|储蓄|贷记)卡(?:\\s?[卡账帐]?\\s?号\\s?码?)?|卡\\s?号|\\b(?:(?:bank|credit|debit) card(?: ?(?:no\\b\\.?|number))?|card (?:no\\b\\.?|number))'],
  ['plate', '车\\s?牌\\s?(?:号\\s?码?)?|车\\s?号|车辆|号牌号码|牌照号?|\\b(?:licen[cs]e|number) plate(?: ?(?:no\\b\\.?|number))?'],
  ['birth', '出\\s?生\\s?(?:日\\s?期|年\\s?月\\s?日?|时间)|出\\s?生|生\\s?日|生\\s?于|\\b(?:date of birth|birth ?date|birthday|D\\.? ?O\\.? ?B\\b\\.?|born(?: on)?)'],
  ['phone', '(?:联\\s?系|移\\s?动|手\\s?机|固\\s?定|家庭|办公)?\\s?电\\s?话\\s?(?:号\\s?码?)?|手\\s?机\\s?(?:号\\s?码?)?|联系方式|致电|拨打|来电|传\\s?真|座\\s?机|总\\s?机|宅电|热线|\\b(?:tele?phone|phone|tel|mobile|cell(?:phone)?|fax|whatsapp|call|ring|text|dial)(?: ?(?:no\\b\\.?|number))?\\b\\.?'],
  ['name', '(?:真实|客户|患者|病人|学生|员工|用户|乘客|旅客|被保险|投保|家长|持卡人|开户人|联系人)?\\s?姓\\s{0,4}名|(?:收\\s?件|收\\s?货|寄\\s?件|发\\s?件|联\\s?系|申\\s?请|持\\s?卡|开\\s?户|代\\s?理|经\\s?办|监\\s?护|投\\s?保|被\\s?保\\s?险|受\\s?益|紧急联系|法定代表|租|借\\s?款|持\\s?证|就\\s?诊)\\s?人|户\\s?名'],
  ['name', `\\b${HOLDER}(?:['’]s)? names?\\b|\\b(?:surname|given names?|recipient|consignee|cardholder|attn|attention|contact person|ship to|deliver to|bill to)\\b`],
  ['email', '电子\\s?(?:邮\\s?箱|邮\\s?件)(?:地址)?|邮\\s?箱|\\be-?mail(?: address)?\\b'],
  ['address', '(?:收\\s?货|家\\s?庭|通\\s?讯|联\\s?系|居\\s?住|户\\s?籍|寄\\s?件|收\\s?件|详\\s?细|办\\s?公|现\\s?居|注\\s?册|投\\s?递|邮\\s?寄)\\s?(?:地|住)\\s?址|地\\s{0,4}址|住\\s{0,4}址|住\\s{0,4}所|户籍地|\\b(?:(?:home|postal|mailing|residential|delivery|shipping|billing|street|permanent|current) )?address\\b'],
  ['number', '\\b(?:(?:order|invoice|tracking|shipment|parcel|reference|ref|serial|part|item|batch|lot|model|account|contract|case|ticket|transaction|receipt|policy|product|document|purchase order|job|member(?:ship)?|customer|quote|booking|licen[cs]e|certificate)\\b\\.? ?(?:no\\b\\.?|number|id|#|code|ref)|ISBN(?:-1[03])?|ISSN|IMEI|SKU|EAN|UPC|VAT|S/N|P/N|PO|doi|ref|barcode|serial|total|amount|quantity|qty)\\b'],
];

const LABELS = new RegExp(WORDS.map(([, words]) => `(${words})`).join('|'), 'gi');
/** "Name" alone is also of files and goods, so it counts in capitals, at the beginning of a line or a field. */
const BARE_NAME = /(?:^|[\n|;]|\s{2}|[.。] )\s?((?:Name|NAME|NAMES)(?:\s?\([^)\n]{1,20}\))?)(?=\s{0,2}[:：])/g;

/** Every label of a text, in its order. */
export const labelsIn = (plain: string): Label[] => {
  const labels: Label[] = [];
  for (const match of plain.matchAll(LABELS)) {
    const kind = WORDS[match.slice(1).findIndex((word) => word !== undefined)]?.[0];
    if (kind && match[0]) labels.push({ kind, begin: match.index, end: match.index + match[0].length });
  }
  for (const match of plain.matchAll(BARE_NAME)) {
    const end = match.index + match[0].length;
    labels.push({ kind: 'name', begin: end - (match[1]?.length ?? 0), end });
  }
  return labels.sort((one, other) => one.end - other.end);
};

/** What a value is said to be: by the nearest label before it, unless a sentence or more than one line lies between. */
export class Labelled {
  constructor(
    private readonly plain: string,
    readonly labels: readonly Label[],
  ) {}

  at(begin: number): LabelKind | null {
    const label = this.labels[this.endedBy(begin) - 1];
    if (!label || begin - label.end > REACH) return null;
    const between = this.plain.slice(label.end, begin);
    if (/[。;；!?]|\n[^\n]*\n/.test(between)) return null;
    // A value that was already given has used the label up; other numbers may have several parts.
    const digits = between.replace(/\([^)]*\)/g, '').replace(/\D/g, '').length;
    return digits <= MOST_DIGITS_BETWEEN || (label.kind === 'number' && !between.includes('\n')) ? label.kind : null;
  }

  /** Whether a label begins here, so that it is no value. */
  isLabel(begin: number): boolean {
    const label = this.labels[this.endedBy(begin)];
    return label !== undefined && label.begin <= begin;
  }

  /** How many labels have ended at a place. */
  private endedBy(at: number): number {
    let [low, high] = [0, this.labels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.labels[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
