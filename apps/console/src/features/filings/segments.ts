import type { FilingSpan } from '@inkproof/contract';

/** A run of characters under the same marks. */
export interface Segment {
  /** Where it begins, in code points of the whole text. */
  at: number;
  words: string;
  clauses: FilingSpan['clause'][];
  /** Clauses whose mark begins here. */
  opens: FilingSpan['clause'][];
}

/** A text line by line, each line cut where a mark begins or ends. Empty lines are left out. */
export const segmentsOf = (text: string, spans: readonly FilingSpan[]): Segment[][] => {
  const characters = Array.from(text);
  const lines: Segment[][] = [];
  let line: Segment[] = [];
  const cuts = new Set([0, characters.length, ...spans.flatMap(({ begins, ends }) => [begins, ends])]);
  const finish = (): void => {
    if (line.some(({ words }) => words.trim() !== '')) lines.push(line);
    line = [];
  };
  characters.forEach((character, at) => {
    if (character === '\n') return finish();
    const last = line.at(-1);
    if (last && !cuts.has(at)) return void (last.words += character);
    const covering = spans.filter(({ begins, ends }) => begins <= at && at < ends);
    line.push({ at, words: character, clauses: [...new Set(covering.map(({ clause }) => clause))], opens: covering.filter(({ begins }) => begins === at).map(({ clause }) => clause) });
  });
  finish();
  return lines;
};
