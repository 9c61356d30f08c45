import { noise } from '../noise.js';

/** Draws from a seed whatever a page of people's data needs. */
export class Draw {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = noise(seed);
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<T>(of: readonly [T, ...T[]]): T {
    return of[Math.floor(this.next() * of.length)] ?? of[0];
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  capital(): string {
    return this.one([...'ABCDEFGHJKLMNPQRSTUVWXYZ'] as [string, ...string[]]);
  }

  padded(least: number, most: number): string {
    return String(this.between(least, most)).padStart(2, '0');
  }
}
