import type { Find } from './finding.js';
import { isDigit, meant } from './look-alike.js';
import type { PageText } from './page-text.js';

/** GA 36-2018: the province, the letter of an authority, five signs or six of a new-energy vehicle; no I, and O only of the police. */
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] {0,2}([A-Z08])(?: ?[·.+*\-] ?| {0,2}\n?)((?:[A-Z0-9lo] ?){4,6}(?:[学警港澳挂领]|(?<! )))(?![A-Za-z0-9])/g;

const NEW_ENERGY = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/;

const isPlate = (raw: string, isLabelled: boolean): boolean => {
  const signs = raw.replace(/ /g, '').replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  const special = /[学警港澳挂领]$/.test(signs);
  const digits = [...signs].filter(isDigit).length;
  if (special) return signs.length === 5 && digits >= 3;
  if (signs.length === 6) return NEW_ENERGY.test(signs) || (/^.\d{5}$/.test(signs) && meant(signs) !== null) || (isLabelled && digits >= 4);
  return signs.length === 5 && digits >= (isLabelled ? 1 : 2);
};

/** Behind a label: the province, of all signs the one that readers fail with most, may have become anything. */
const AFTER_LABEL = /^ {0,8}[:：]? {0,8}\n?([^\s0-9:：]{0,3}[A-Z](?: ?[·.+*\-] ?| ?)([A-Z0-9]{5,6}))(?![A-Za-z0-9])/;

const misreadPlates = ({ plain, labelled }: PageText): Find[] =>
  labelled.labels.flatMap(({ kind, end }) => {
    const [all = '', text = '', signs = ''] = (kind === 'plate' && AFTER_LABEL.exec(plain.slice(end, end + 40))) || [];
    const isFound = signs.replace(/\D/g, '').length >= 3 && isPlate(signs, true);
    return isFound ? [{ kind: 'vehicle_plate' as const, begin: end + all.length - text.length, end: end + all.length, confidence: 0.75 }] : [];
  });

const provincialPlates = ({ plain, labelled }: PageText): Find[] =>
  [...plain.matchAll(PLATE)].flatMap(({ 0: text, 2: signs = '', index }) => {
    const isLabelled = labelled.at(index) === 'plate';
    return isPlate(signs, isLabelled) ? [{ kind: 'vehicle_plate' as const, begin: index, end: index + text.trimEnd().length, confidence: isLabelled ? 0.95 : 0.88 }] : [];
  });

/** Plates of mainland vehicles. */
export const vehiclePlates = (page: PageText): Find[] => [...provincialPlates(page), ...misreadPlates(page)];
