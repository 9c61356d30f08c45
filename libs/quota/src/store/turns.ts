/** One who waits to be answered. */
interface Waiting<Asked, Answer> {
  name: string;
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface TurnsSettings<Asked, Answer> {
  /** Answers questions of one name, in their order. */
  answer: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  /** Questions that are answered together at most. */
  mostAtOnce: number;
}

/**
 * Questions in lines that go one after another; what has come to a line meanwhile under one name is asked at once. So however
 * many come, a line never has more than one question under way, and the longer its answers take, the more each answers.
 */
export class Turns<Asked, Answer> {
  readonly #lines = new Map<string, Waiting<Asked, Answer>[]>();

  constructor(private readonly settings: TurnsSettings<Asked, Answer>) {}

  take(line: string, name: string, asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { name, asked, resolve, reject };
      const before = this.#lines.get(line);
      if (before) return void before.push(waiting);
      const begun = [waiting];
      this.#lines.set(line, begun);
      void this.#serve(line, begun);
    });
  }

  async #serve(name: string, line: Waiting<Asked, Answer>[]): Promise<void> {
    while (line.length > 0) {
      const together = this.#next(line);
      try {
        const answers = await this.settings.answer(together.map(({ asked }) => asked));
        together.forEach(({ resolve }, i) => resolve(answers[i]!));
      } catch (error) {
        // Whoever waited behind a question that could not be answered does not wait for another to fail.
        for (const { reject } of [...together, ...line.splice(0)]) reject(error);
      }
    }
    this.#lines.delete(name);
  }

  /** Takes the first in the line and those of its name out of it. */
  #next(line: Waiting<Asked, Answer>[]): Waiting<Asked, Answer>[] {
    const { name } = line[0]!;
    const together: Waiting<Asked, Answer>[] = [];
    for (const waiting of line.splice(0)) (waiting.name === name && together.length < this.settings.mostAtOnce ? together : line).push(waiting);
    return together;
  }
}
