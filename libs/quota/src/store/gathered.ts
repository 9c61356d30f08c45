/** One who waits to be answered. */
interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface GatheredSettings<Asked, Answer> {
  answer: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  /** Questions that are answered together at most. */
  mostAtOnce: number;
  /** How often that is under way at the same time, at most. */
  mostUnderWay: number;
}

/**
 * Questions that share what asking costs: those that came in one turn of the loop go together, and where enough are under way
 * already, those that came until one of them was answered. So nobody waits for company, and the more come, the more share.
 */
export class Gathered<Asked, Answer> {
  readonly #waiting: Waiting<Asked, Answer>[] = [];
  #underWay = 0;
  #isDue = false;

  constructor(private readonly settings: GatheredSettings<Asked, Answer>) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      if (this.#isDue) return;
      this.#isDue = true;
      setImmediate(() => {
        this.#isDue = false;
        this.#begin();
      });
    });
  }

  #begin(): void {
    while (this.#waiting.length > 0 && this.#underWay < this.settings.mostUnderWay) void this.#serve(this.#waiting.splice(0, this.settings.mostAtOnce));
  }

  async #serve(together: readonly Waiting<Asked, Answer>[]): Promise<void> {
    this.#underWay++;
    try {
      const answers = await this.settings.answer(together.map(({ asked }) => asked));
      together.forEach(({ resolve }, i) => resolve(answers[i]!));
    } catch (error) {
      // Whoever waited behind a question that could not be answered does not wait for another to fail.
      for (const { reject } of [...together, ...this.#waiting.splice(0)]) reject(error);
    } finally {
      this.#underWay--;
      this.#begin();
    }
  }
}
