import type { ShownLine } from '@inkproof/ui';

export interface DoubtfulRun {
  /** Of its first word. */
  id: string;
  line: number;
  text: string;
  /** The least among its words. */
  confidence: number;
}

/** Doubtful words, those next to each other on a line taken together: Chinese is often read character by character, and a person checks a name, not its halves. */
export const doubtfulRuns = (lines: readonly ShownLine[]): DoubtfulRun[] =>
  lines.flatMap((line) => {
    const runs: DoubtfulRun[] = [];
    let goesOn = false;
    for (const word of line.words) {
      const last = runs.at(-1);
      const isDoubtful = word.certainty === 'doubtful';
      if (isDoubtful && goesOn && last) {
        last.text += word.before + word.text;
        last.confidence = Math.min(last.confidence, word.confidence);
      } else if (isDoubtful) runs.push({ id: word.id, line: line.number, text: word.text, confidence: word.confidence });
      goesOn = isDoubtful;
    }
    return runs;
  });
