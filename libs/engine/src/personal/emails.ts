import type { Find } from './finding.js';
import type { PageText } from './page-text.js';

/** RFC 5321, 4.5.3.1: octets of a local part and of a domain. */
const [MOST_LOCAL, MOST_DOMAIN] = [64, 253];
/** Top levels that a space may stand before, where a reader has put one. */
const COMMON = 'com|cn|net|org|edu|gov|io|co|uk|de|fr|jp|hk|tw|info|me|us|eu|example|test';

const LOCAL = /[A-Za-z0-9._%+'\-]{1,64} ?$/;
const DOMAIN = new RegExp(`^ ?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?: ?\\. ?(?=(?:[A-Za-z0-9-]{1,63} ?\\. ?){0,3}(?:${COMMON})\\b)|\\.\\n?)){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])`);

/** E-mail addresses. A space beside the sign or before a common top level is taken for the reader's. */
export const emails = ({ plain }: PageText): Find[] => {
  const finds: Find[] = [];
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const local = LOCAL.exec(plain.slice(Math.max(0, at - MOST_LOCAL - 1), at))?.[0];
    const domain = local && DOMAIN.exec(plain.slice(at + 1, at + 1 + MOST_DOMAIN))?.[0];
    if (!local || !domain || /^[._]|^git ?$/.test(local)) continue;
    // "meet @ noon.com": a sign that stands free on both sides is a word.
    if (local.endsWith(' ') && domain.startsWith(' ') && !/\.(?:com|cn|net|org|edu)$/.test(domain)) continue;
    finds.push({ kind: 'email', begin: at - local.length, end: at + 1 + domain.length, confidence: 0.97 });
  }
  return finds;
};
