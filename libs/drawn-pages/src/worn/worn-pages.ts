import type { Lang } from '../words/author.js';
import { kinds, type Kind } from './kinds.js';
import type { Drawn } from './sample.js';

export interface WornPage {
  name: string;
  kind: Kind;
  lang: Lang;
  /** Nothing is drawn before it is asked for. */
  draw: () => Promise<Drawn>;
}

const langs: readonly Lang[] = ['eng', 'chi_sim'];

/** By its name and not by its place, so that a new kind leaves the pages of the others as they were. */
const seedOf = (kind: Kind, seed: number): number => [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, seed);

const allKinds = Object.keys(kinds) as Kind[];

/** One of each sort of trouble, and quick to draw and to read: for specs, which cannot wait for all. */
export const fewKinds: readonly Kind[] = ['clean table', 'screen dark', 'thermal receipt', 'faxed form', 'touching letters', 'poster small', 'ticket photo', 'tiny text', 'skewed', 'on its head'];

/** One page of every kind in both languages. Another seed gives other texts, other wear and the same kinds. */
export const wornPages = (seed = 1, of: readonly Kind[] = allKinds): WornPage[] =>
  of.flatMap((kind) =>
    langs.map((lang) => ({ name: `${lang === 'eng' ? 'en' : 'zh'}-${kind.replaceAll(' ', '-')}-${seed}`, kind, lang, draw: () => kinds[kind](lang, seedOf(kind, seed)) })),
  );
