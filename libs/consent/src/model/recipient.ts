/** Names are compared as people read them: full-width and half-width, spaces and case make no difference. */
const plainly = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

export const namesOneOf = (said: string, names: readonly string[]): boolean => names.some((name) => plainly(name) !== '' && plainly(said).includes(plainly(name)));

/** Somebody else who receives: a company by the form of its name, or people who could be anybody. */
const ZH = /[\p{Script=Han}A-Za-z0-9]{0,20}?(?:有限责任公司|股份有限公司|有限公司|集团)|合作方|合作伙伴|合作机构|关联方|关联公司|第三方|其他公司|其他机构/u;
const EN = /\b(?:[A-Z][\w&.-]*,? ){1,5}(?:Ltd|Limited|Inc|LLC|GmbH|Corp|Corporation|Company|PLC)\b|\b(?:partners?|affiliates?|third part(?:y|ies)|other (?:companies|organi[sz]ations))\b/u;

/** What is said of others in order to shut them out is not said in order to let them in. */
const DENIED = /(不得|不会|不向|不再|均不|不)[^，。；,;]{0,24}$|\b(not|no|never|without)\b[^,.;]{0,60}$/i;

const without = (said: string, names: readonly string[]): string => names.reduce((left, name) => (name.trim() === '' ? left : left.split(name.trim()).join('\u0000')), said);

/**
 * The first words in which clause (b) passes people's information to anybody beside those who may be named: the provider and
 * the tenant itself. Undefined when there are none.
 */
export const otherRecipientIn = (said: string, allowed: readonly string[]): string | undefined => {
  // A third party that is named in the same breath is the one who may be named.
  const left = without(said, allowed).replace(/第三方(?=[^，。；,;]{0,20}\u0000)/gu, '');
  for (const form of [ZH, EN])
    for (const found of left.matchAll(new RegExp(form.source, `${form.flags}g`))) if (!DENIED.test(left.slice(0, found.index))) return found[0].trim();
  return undefined;
};
