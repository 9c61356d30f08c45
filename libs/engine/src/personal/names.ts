import type { Find } from './finding.js';
import type { PageText } from './page-text.js';
import { beginsWithSurname } from './surnames.js';

const SEPARATOR = /^(?:\s?\([^)\n]{0,20}\))?[ ]{0,8}(?:[:：]|\bis\b)?[ ]{0,8}\n?[ ]{0,8}/;
const HAN_NAME = /^[\u4e00-\u9fff](?: {0,4}[\u4e00-\u9fff]){1,3}(?![\u4e00-\u9fff])|^[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff]{1,8}/;
/** A name that other words follow at once: its length is not known, three characters are the most usual. */
const HAN_BEGIN = /^[\u4e00-\u9fff]{2,3}/;
const LATIN_NAME = /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Mx)\.? )?[A-Z][A-Za-z'’\-]{0,24}\.?(?:[ ,]{1,2}(?:(?:de|da|van|von|der|den|la|le|bin|al|di|du|of) ){0,2}[A-Z][A-Za-z'’\-]{0,24}\.?){0,4}/;
const [HAN, LATIN] = [/^[\u4e00-\u9fff]/, /^[A-Z]/];

/** What stands where a name is asked for and is none. */
const NO_NAME = /^(?:性\s?别|签\s?[字名章]|盖\s?章|电\s?话|手机|地\s?址|证\s?件|身\s?份|日\s?期|年\s?龄|民\s?族|职[务位称]|单\s?位|部\s?门|公\s?司|必\s?填|如\s?有|应当|可以|不得|有权|提供|同意|或者|以及|及其|信息|为准|须|需|在|的|是|和|或|与|已|将|名称|出生|关系|备注|序号|编号)/;
const NO_PERSON = /(?:公司|集团|中心|银行|学校|医院|大学|部门|超市|商店|工厂|协会|委员会|办公室|事务所)/;
const NO_LATIN = /^(?:Date|Address|Phone|Tel|Email|E-mail|Signature|Sex|Gender|Title|Position|Company|Department|Description|Quantity|Amount|Number|Type|Required|Optional|Unknown|None|Not|Please|The|This|Any|All|Yes|No|TBD|Size|Price|Value|Status|Age|Qty|Unit)\b|\b(?:Ltd|Limited|Inc|LLC|PLC|GmbH|Corp|Corporation|Company|Co|Department|Office|Team|Service|Services|Bank|University|Council|Committee|Street|Road)\b/;

const hanName = (rest: string, hasColon: boolean, isApart: boolean): number => {
  if (NO_NAME.test(rest) || NO_PERSON.test(rest.slice(0, 24).split(/[\s,，。;；]/)[0] ?? '')) return 0;
  const whole = HAN_NAME.exec(rest)?.[0];
  const isSurname = beginsWithSurname(rest);
  if (whole) {
    const name = (isSurname && isApart) || hasColon ? whole : '';
    // "张 伟 女": signs set apart belong to the name only as far as they are spaced alike.
    return /^[^ ]{2,4} /.test(name) ? (name.split(' ')[0]?.length ?? 0) : name.length;
  }
  return hasColon && isSurname ? (HAN_BEGIN.exec(rest)?.[0].length ?? 0) : 0;
};

const latinName = (rest: string, hasColon: boolean, hasBreak: boolean): number => {
  const name = LATIN_NAME.exec(rest)?.[0] ?? '';
  if (!name || NO_LATIN.test(name) || (hasBreak && !name.includes(' '))) return 0;
  return hasColon || hasBreak ? name.replace(/[ ,]+$/, '').length : 0;
};

/** Names of people where a label says that one follows. */
export const names = ({ plain, labelled }: PageText): Find[] =>
  labelled.labels.flatMap(({ kind, begin, end }) => {
    if (kind !== 'name') return [];
    const after = plain.slice(end, end + 120);
    const separator = SEPARATOR.exec(after)?.[0] ?? '';
    const from = end + separator.length;
    if (labelled.isLabel(from)) return [];
    const rest = after.slice(separator.length);
    const [hasColon, hasBreak] = [/[:：]|is/.test(separator) || begin === end, /\n| {2}/.test(separator)];
    const length = HAN.test(rest) ? hanName(rest, hasColon, separator !== '' || begin === end) : LATIN.test(rest) ? latinName(rest, hasColon, hasBreak) : 0;
    return length > 0 ? [{ kind: 'labelled_name' as const, begin: from, end: from + length, confidence: hasColon ? 0.85 : 0.7 }] : [];
  });
