import { noise } from '../noise.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import type { Tongue } from './tongue.js';

export type Lang = 'eng' | 'chi_sim';

/** Chooses what a page says. The same seed says the same. */
export class Author {
  readonly tongue: Tongue;
  readonly next: () => number;
  private readonly deck: string[];

  constructor(readonly lang: Lang, seed: number) {
    this.tongue = lang === 'eng' ? english : chinese;
    this.next = noise(seed);
    this.deck = this.shuffled(this.tongue.sentences);
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one(of: readonly string[]): string {
    return of[Math.floor(this.next() * of.length)] ?? '';
  }

  shuffled(of: readonly string[]): string[] {
    return of.map((item) => [this.next(), item] as const).sort(([first], [second]) => first - second).map(([, item]) => item);
  }

  date(): string {
    return this.tongue.date(this.between(1994, 2026), this.between(1, 12), this.between(1, 28));
  }

  money(most = 5000): string {
    return this.tongue.money(this.between(1, most), this.between(0, 99));
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  code(): string {
    return `${this.one(['KX', 'BR', 'HT', 'QN'])}-${this.digits(5)}`;
  }

  /** No sentence comes twice before all have come once. */
  sentence(): string {
    const pattern = this.deck.shift() ?? this.one(this.tongue.sentences);
    return pattern.replace(/\{(\w+)\}/g, (_all, slot: string) => this.fill(slot));
  }

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(this.tongue.joins);
  }

  private fill(slot: string): string {
    if (slot === 'place') return this.one(this.tongue.places);
    if (slot === 'person') return this.one(this.tongue.people);
    if (slot === 'date') return this.date();
    if (slot === 'time') return `${this.between(6, 22)}:${String(this.between(0, 11) * 5).padStart(2, '0')}`;
    if (slot === 'money') return this.money(90_000);
    if (slot === 'percent') return `${this.between(2, 38)}.${this.between(0, 9)}%`;
    if (slot === 'phone') return `0${this.digits(3)}-${this.digits(7)}`;
    if (slot === 'code') return this.code();
    return String(this.between(2, 480));
  }
}
