/** Half a pair, from a reader or a damaged file: no encoder can write it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What XML 1.0 has no way to say, and no text form has a use for within a word. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]+/gu;

/** Any text as it may be written into any form on one line: control characters become a space, broken characters the sign for such. */
export const printable = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd').replace(UNPRINTABLE, ' ');
