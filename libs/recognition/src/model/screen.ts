import type { PersonalCategory, ScreenedInformation, UndeclaredPolicy } from '@inkproof/contract';
import { findPersonal, maskPersonal, type OutputPage, type PersonalFinding } from '@inkproof/engine';

type Undeclared = ScreenedInformation['undeclared'];

/** What stands on pages, beside what was declared. */
export interface Look {
  found: PersonalCategory[];
  undeclared: Undeclared;
  /** Where the undeclared stands. */
  places: PersonalFinding[];
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

const summed = (places: readonly PersonalFinding[]): Undeclared =>
  distinct(places.map(({ category }) => category)).map((category) => {
    const of = places.filter((place) => place.category === category);
    return { category, kinds: distinct(of.map(({ kind }) => kind)), pages: distinct(of.map(({ page }) => page)), count: of.length };
  });

/** Looks pages over for personal information, and for what of it was not declared. */
export const lookOver = (pages: readonly OutputPage[], declared: readonly PersonalCategory[]): Look => {
  const all = findPersonal(pages);
  const places = all.filter(({ category }) => !declared.includes(category));
  return { found: distinct(all.map(({ category }) => category)), undeclared: summed(places), places };
};

/** The pages as a caller is given them. What is withheld has no text in any form. */
export const treatPages = <P extends OutputPage>(pages: readonly P[], places: readonly PersonalFinding[], policy: UndeclaredPolicy): P[] => {
  if (places.length === 0 || policy === 'returned') return [...pages];
  return policy === 'masked' ? maskPersonal(pages, places) : pages.map((page) => ({ ...page, text: '', blocks: [] }));
};
