const STRANGE = /[^0-9A-Za-z+/=\r\n]/;
const STRANGE_IN_URLS = /[^0-9A-Za-z\-_=\r\n]/;

/** What is wrong with a file in base64, for whoever wrote the program that sends it; undefined when nothing is. Lines may be broken, as mail and PEM do. */
export const wrongInBase64 = (text: string): string | undefined => {
  if (/^data:/i.test(text)) return 'must be the base64 alone, without the data: prefix and its comma';
  // A pattern for the whole would remember every step of forty million.
  if (STRANGE.test(text)) return STRANGE_IN_URLS.test(text) ? 'must be base64: letters, digits, + and /, with = at the end alone' : 'must be base64 with + and /, not with - and _ as it is written in addresses';
  const joined = /[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, '') : text;
  const padding = joined.includes('=') ? joined.slice(joined.indexOf('=')) : '';
  if (!['', '=', '=='].includes(padding)) return 'must be one piece of base64: = stands at its end alone';
  if (joined.length === 0) return 'must hold a file';
  return joined.length % 4 === 0 ? undefined : 'must be whole: base64 has a multiple of four characters, filled up with =';
};
