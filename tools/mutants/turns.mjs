// Which condition is out while which spec file runs.

/** So many spec files are asked, the quickest first, before a condition counts as unnoticed. */
const MOST_FILES = 6;

/** Conditions with the spec files that reach them, until they are noticed or every file was asked. */
export class Turns {
  #waiting;

  constructor(names, reachedBy) {
    this.#waiting = new Map(names.map((name) => [name, (reachedBy.get(name) ?? []).slice(0, MOST_FILES)]));
  }

  /** By spec file, one condition each, so that many are asked for at once; undefined when there is nothing left to ask. */
  next(isNoticed) {
    const turn = new Map();
    for (const [name, files] of this.#waiting) {
      if (isNoticed(name) || files.length === 0) this.#waiting.delete(name);
      const at = isNoticed(name) ? -1 : files.findIndex((file) => !turn.has(file));
      if (at >= 0) turn.set(files.splice(at, 1)[0], name);
    }
    return turn.size ? turn : undefined;
  }
}
