/** One character as the network saw it pass. */
export interface SeenCharacter {
  text: string;
  /** Time step at which it was surest. */
  step: number;
  /** 0 to 1, at that step. */
  confidence: number;
  /** The highest chance of a space on the way here from the character before, even where something else was likelier. */
  spaceBefore: number;
}

/** What the network says of a line: for every step, how likely each class is. Class 0 is "nothing new". */
export interface StepScores {
  steps: number;
  classes: number;
  values: Float32Array;
}

/** Above this no other class can be likelier, so the other thousands need no look. */
const UNBEATABLE = 0.5;

const SPACE = ' ';

/** Full-width letters and digits, which the network sees in wide-set Latin, as the ones that are meant. Full-width marks are Chinese and stay. */
const plain = (character: string): string => (/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(character) ? character.normalize('NFKC') : character);

/** Reads a line greedily: the likeliest class of each step, repeats merged, "nothing new" dropped. `characters[0]` belongs to class 1. */
export const decode = ({ steps, classes, values }: StepScores, characters: readonly string[]): SeenCharacter[] => {
  const seen: SeenCharacter[] = [];
  const space = characters.lastIndexOf(SPACE) + 1;
  let [previous, spaceBefore] = [0, 0];
  for (let step = 0, row = 0; step < steps; step++, row += classes) {
    let [best, confidence] = [0, values[row] ?? 0];
    for (let index = 1; confidence < UNBEATABLE && index < classes; index++) {
      const value = values[row + index] ?? 0;
      if (value > confidence) [best, confidence] = [index, value];
    }
    if (space > 0) spaceBefore = Math.max(spaceBefore, values[row + space] ?? 0);
    const last = seen.at(-1);
    if (best !== 0 && best !== space) {
      if (best !== previous || !last) {
        seen.push({ text: plain(characters[best - 1] ?? ''), step, confidence, spaceBefore });
        spaceBefore = 0;
      } else if (confidence > last.confidence) Object.assign(last, { step, confidence });
    }
    previous = best;
  }
  return seen;
};
