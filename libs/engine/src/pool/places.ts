/** Room that is held for a call until it comes, so that it is turned away before it has cost anything or not at all. */
export interface Place {
  readonly lane: string;
  /** Without coming. Nothing happens when it came. */
  leave(): void;
}

/** The places that are held, and the wait for one to be given back. They are held for moments: most of a burst beyond somebody's quota is turned away without coming. */
export class Places {
  readonly #held = new Set<Place>();
  #waiting: (() => void)[] = [];

  get held(): Place[] {
    return [...this.#held];
  }

  take(lane: string): Place {
    const place = { lane, leave: () => void this.use(place) };
    this.#held.add(place);
    return place;
  }

  /** False when it is held no more. */
  use(place: Place): boolean {
    const wasHeld = this.#held.delete(place);
    for (const wake of this.#waiting.splice(0)) wake();
    return wasHeld;
  }

  /** Resolves when a place was used or left. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
