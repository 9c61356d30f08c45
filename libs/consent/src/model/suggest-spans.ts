import type { FilingClause } from '@inkproof/contract';
import { lengthOf } from './filed-text.js';
import type { Span } from './filing.js';

/** How such clauses are commonly worded, in Chinese and English. The first group, where there is one, is what is marked. */
const phrases: Record<FilingClause, readonly RegExp[]> = {
  a: [
    /(?:收集|处理|采集|使用|识别)[^。；\n]{0,24}?(?:下列|以下|如下)[^。；\n：:]{0,12}(?:个人)?信息[：:]\s*([^。；\n]+)/gu,
    /(?:个人信息)?(?:种类|类别|类型|范围)(?:包括|为|如下)?[：:]\s*([^。；\n]+)/gu,
    /\b(?:collect|process|use)s?\b[^.;\n]{0,60}?\b(?:following|these)\b[^.;\n:]{0,40}\b(?:information|data)\s*:\s*([^.;\n]+)/giu,
    /\bcategories of (?:personal )?(?:information|data)\b[^.;\n:]{0,20}:\s*([^.;\n]+)/giu,
  ],
  b: [
    /(?:本人|我|您|用户)?(?:知悉并)?同意[^。；\n]{0,80}?(?:传输|提供|发送|交由|委托|共享|转交)[^。；\n]{0,60}?(?:识别|OCR)[^。；\n]*/giu,
    /\b(?:I|you|we)\b[^.;\n]{0,20}\b(?:agree|consent)\b[^.;\n]{0,120}?\b(?:passed|transferred|transmitted|provided|sent|disclosed|pass|transfer|transmit|provide|send)\b[^.;\n]{0,100}?\b(?:recognition|recogni[sz]e[ds]?|OCR)\b[^.;\n]*/giu,
  ],
  c: [
    /(?:本人|我|您|用户)?(?:知悉并)?同意[^。；\n]{0,60}?(?:识别|OCR)[^。；\n]{0,30}?(?:结果|文字|内容)[^。；\n]{0,24}?(?:返回|回传|反馈|返还|传回|提供给|提供至)[^。；\n]*/giu,
    /\b(?:I|you|we)\b[^.;\n]{0,20}\b(?:agree|consent)\b[^.;\n]{0,100}?\b(?:results?|recogni[sz]ed text)\b[^.;\n]{0,60}?\b(?:returned|sent back|given back|return|returns)\b[^.;\n]*/giu,
  ],
};

const overlaps = (one: Span, other: Span): boolean => one.begins < other.ends && other.begins < one.ends;

const placeIn = (text: string, clause: FilingClause, match: RegExpMatchArray): Span => {
  const words = (match[1] ?? match[0]).trimEnd();
  const at = match.index! + match[0].lastIndexOf(match[1] ?? match[0]);
  const begins = lengthOf(text.slice(0, at));
  return { clause, begins, ends: begins + lengthOf(words) };
};

/** Marks the author may want, found by how such clauses are worded. Those of a clause that is marked already are left out. */
export const suggestSpans = (text: string, marked: readonly Span[]): Span[] => {
  const found: Span[] = [];
  // What says that the result comes back often says too that something is passed on, so (c) is looked for first.
  for (const clause of ['c', 'b', 'a'] as const) {
    if (marked.some((span) => span.clause === clause)) continue;
    for (const phrase of phrases[clause])
      for (const match of text.matchAll(phrase)) {
        const span = placeIn(text, clause, match);
        if (span.ends > span.begins && !found.some((other) => overlaps(span, other))) found.push(span);
      }
  }
  return found.sort((one, other) => one.begins - other.begins);
};
