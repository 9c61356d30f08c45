import type { Find } from './finding.js';
import type { PageText } from './page-text.js';

/** The house: what a Chinese address comes to an end with. */
const HOUSE = /[0-9A-Za-z一二三四五六七八九十百零]{1,6}(?:[-－][0-9A-Za-z]{1,5})?(?: ?[-－] ?\d{1,4})? ?(?:号院|号楼|号|弄|栋|幢|座|单元|室|组)/g;
const HOUSE_GOES_ON = /^(?:[ ,，]?\n?(?:[0-9A-Za-z一二三四五六七八九十东南西北甲乙丙]{1,5}(?:[-－][0-9A-Za-z]{1,5})? ?(?:号院|号楼|号|弄|栋|幢|座|单元|楼|层|室|房|户)|[\u4e00-\u9fff]{2,8}(?:小区|花园|大厦|公寓|苑|广场|家园|新村|中心))){1,5}/;
const BEFORE = /[\u4e00-\u9fffA-Za-z0-9\-·]$/;
const REGION = /(?:省|自治区|市|区|县|旗|自治州|州)/;
const ROAD = /(?:路|街|道|巷|胡同|里|弄|村|镇|乡|大街|大道|环|园|庄|坊|社区|小区|花园|开发区|新区|屯)/;
const PROVINCE = /(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/g;
/** How far before the house number an address may begin. */
const LOOK_BACK = 48;

/** Where the run of signs that may belong to an address begins, over one end of a line. */
const runBegin = (plain: string, at: number): number => {
  let [begin, breaks] = [at, 0];
  while (begin > 0 && at - begin < LOOK_BACK) {
    const sign = plain[begin - 1] ?? '';
    if (sign === '\n' && breaks === 0 && BEFORE.test(plain.slice(Math.max(0, begin - 2), begin - 1))) breaks++;
    else if (sign !== ' ' && !BEFORE.test(sign)) break;
    begin--;
  }
  return begin;
};

/** What is before the province, or before the first region's own name, is not part of the address. */
const addressBegin = (text: string): number => {
  const provinces = [...text.matchAll(PROVINCE)];
  const first = provinces[0]?.index;
  if (first !== undefined) return first;
  const region = text.search(REGION);
  const before = text.slice(0, region);
  const word = /(?:址|所|于|在|住|至|到|往|寄|是|为|自|从|的|[ \n])([\u4e00-\u9fff]{1,5})$/.exec(before);
  return word ? region - (word[1]?.length ?? 0) : Math.max(0, region - 4);
};

const chineseFinds = ({ plain }: PageText): Find[] => {
  const finds: Find[] = [];
  let last = 0;
  for (const { 0: house, index } of plain.matchAll(HOUSE)) {
    if (index < last) continue;
    const from = Math.max(last, runBegin(plain, index));
    const text = plain.slice(from, index);
    const region = text.search(REGION);
    if (region < 1 || !ROAD.test(text.slice(region + 1))) continue;
    const houseEnd = index + house.length;
    const end = houseEnd + (HOUSE_GOES_ON.exec(plain.slice(houseEnd, houseEnd + 60))?.[0].length ?? 0);
    finds.push({ kind: 'cn_address', begin: from + addressBegin(text), end, confidence: 0.8 });
    last = end;
  }
  return finds;
};

const SUFFIX = '(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Close|Crescent|Parkway|Pkwy|Highway|Hwy|Gardens|Mews|Quay|Row|Grove|Hill|Wharf)';
const UNIT = '(?:,? ?\\n?(?:Flat|Apt|Apartment|Unit|Suite|Ste|Room|Floor|#) ?\\.? ?[A-Z0-9]{1,6})?';
const POSTCODE = '(?:[A-Z]{1,2}\\d[A-Z0-9]? ?\\d[A-Z]{2}|[A-Z]{2} \\d{5}(?:-\\d{4})?)';
const STREET = new RegExp(
  `(?<![\\w.,/-])\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})? (?:(?:N|S|E|W|North|South|East|West|Old|New|St)\\.? )?(?:[A-Z][a-z'’]{1,19} ){1,3}${SUFFIX}\\b\\.?${UNIT}(?:,? ?\\n?[A-Z][A-Za-z' ]{1,24},? ?\\n?${POSTCODE})?(?:,? ?\\n?[A-Z][A-Za-z' ]{1,24},? ?${POSTCODE})?`,
  'g',
);
const YEAR = /^(?:1[89]|20)\d\d /;

const englishFinds = ({ plain }: PageText): Find[] =>
  [...plain.matchAll(STREET)].flatMap(({ 0: text, index }) => (YEAR.test(text) && !/\d$|[A-Z]{2}$/.test(text) ? [] : [{ kind: 'en_address' as const, begin: index, end: index + text.length, confidence: 0.75 }]));

const SEPARATOR = /^(?: ?\([^)\n]{0,20}\))?[ ]{0,8}[:：]?[ ]{0,8}\n?[ ]{0,8}/;
const CHINESE_VALUE = /^[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9\-·#() ]{4,80}(?:\n(?=[\u4e00-\u9fffA-Za-z0-9\-]{0,30}[路街道巷弄号栋幢室])[\u4e00-\u9fffA-Za-z0-9\-·#()]{2,40})?/;
const HAS_PLACE = /(?:省|市|区|县|镇|乡|村|路|街|道|巷|弄|号|栋|幢|室|苑|小区|花园|大厦)/;
const ENGLISH_VALUE = /^[^\n]{4,90}(?:\n[^\n]{2,60}){0,2}/;
const HAS_STREET = new RegExp(`\\d[A-Za-z]?,? (?:[A-Z][\\w'’]*,? ){0,3}[A-Z][\\w'’]*|\\b${SUFFIX}\\b|${POSTCODE}|\\bP\\.? ?O\\.? Box \\d`);

/** What stands behind a label up to the next one, as far as it looks like an address. */
const labelledFinds = ({ plain, labelled }: PageText): Find[] =>
  labelled.labels.flatMap(({ kind, end }, at) => {
    if (kind !== 'address') return [];
    const next = labelled.labels.slice(at + 1, at + 4).find((label) => label.begin > end)?.begin ?? plain.length;
    const after = plain.slice(end, Math.min(end + 240, Math.max(next, end)));
    const separator = SEPARATOR.exec(after)?.[0] ?? '';
    if (!/[:：\n]| {1}/.test(separator)) return [];
    const rest = after.slice(separator.length);
    const isChinese = /^[\u4e00-\u9fff]/.test(rest);
    const value = (isChinese ? CHINESE_VALUE : ENGLISH_VALUE).exec(rest)?.[0].trimEnd() ?? '';
    const isAddress = isChinese ? (value.match(new RegExp(HAS_PLACE, 'g'))?.length ?? 0) >= 2 : /[:：]/.test(separator) && HAS_STREET.test(value) && !/https?:|@|^\d+(?:\.\d+){3}/.test(value);
    const begin = end + separator.length;
    return value && isAddress ? [{ kind: 'labelled_address' as const, begin, end: begin + value.length, confidence: 0.82 }] : [];
  });

/** Addresses of places where people live or work: by their parts, or by a label. */
export const addresses = (page: PageText): Find[] => [...labelledFinds(page), ...chineseFinds(page), ...englishFinds(page)];
