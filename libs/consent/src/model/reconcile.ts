import type { PersonalCategory, Reconciliation } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow, type Id } from '@inkproof/kernel';

type Item = Reconciliation['items'][number];
type Category = Item['categories'][number];

/** How often recognitions relied on one version, declared the one and showed the other. */
export interface ReliedRow {
  filing: Id<'flg'>;
  name: string;
  number: number;
  declared: PersonalCategory[];
  detected: PersonalCategory[];
  recognitions: number;
}

/** In how many results a category was found where nothing was declared. */
export interface UndeclaredRow {
  category: PersonalCategory;
  recognitions: number;
}

/** What became of what was found undeclared. */
export interface FindingRow {
  filing: Id<'flg'> | null;
  name: string | null;
  open: number;
  dismissed: number;
  linked: number;
  /** In which something was found. */
  recognitions: number;
}

const sum = (rows: readonly { recognitions: number }[]): number => rows.reduce((total, { recognitions }) => total + recognitions, 0);

const tally = (category: PersonalCategory, rows: readonly ReliedRow[]): Category => {
  const [declaring, showing] = [rows.filter(({ declared }) => declared.includes(category)), rows.filter(({ detected }) => detected.includes(category))];
  return { category, declared: sum(declaring), detected: sum(showing), undeclared: sum(showing.filter((row) => !declaring.includes(row))) };
};

/** What was found undeclared most often first. */
const inOrder = (categories: Category[]): Category[] => categories.sort((one, other) => other.undeclared - one.undeclared || (one.category < other.category ? -1 : 1));

/** One item a filing, those with open findings first, then by name; what was declared to hold nothing comes last. A filing whose recognitions were erased stands by its findings. */
export const reconcile = (relied: readonly ReliedRow[], undeclared: readonly UndeclaredRow[], findings: readonly FindingRow[]): Item[] => {
  const names = new Map<Id<'flg'> | null, string | null>([...findings, ...relied].map(({ filing, name }) => [filing, name]));
  const items = [...names].map(([filing, name]): Item => {
    const rows = relied.filter((row) => row.filing === filing);
    const { open, dismissed, linked, recognitions } = findings.find((row) => row.filing === filing) ?? { open: 0, dismissed: 0, linked: 0, recognitions: 0 };
    const named = [...new Set(rows.flatMap(({ declared, detected }) => [...declared, ...detected]))];
    return {
      filing: filing === null ? null : { id: filing, name: name ?? '' },
      versions: [...new Set(rows.map(({ number }) => number))].sort((one, other) => one - other),
      recognitions: filing === null ? recognitions : sum(rows),
      categories: inOrder(filing === null ? undeclared.map((row) => ({ category: row.category, declared: 0, detected: row.recognitions, undeclared: row.recognitions })) : named.map((category) => tally(category, rows))),
      findings: { open, dismissed, linked },
    };
  });
  const rank = ({ filing, findings: { open } }: Item): number => (filing === null ? 2 : open > 0 ? 0 : 1);
  return items.sort((one, other) => rank(one) - rank(other) || (one.filing?.name ?? '').localeCompare(other.filing?.name ?? '') || ((one.filing?.id ?? '') < (other.filing?.id ?? '') ? -1 : 1));
};

/** One row for each filing and category, for spreadsheets. */
export const reconciliationCsv = ({ month, items }: Reconciliation): string =>
  BYTE_ORDER_MARK +
  csvRow(['month', 'filing', 'filing_name', 'versions', 'recognitions', 'category', 'declared', 'detected', 'undeclared', 'findings_open', 'findings_dismissed', 'findings_linked']) +
  items.flatMap(({ filing, versions, recognitions, categories, findings: { open, dismissed, linked } }) => categories.map(({ category, declared, detected, undeclared }) => csvRow([month, filing?.id ?? null, filing?.name ?? null, versions.join(' '), recognitions, category, declared, detected, undeclared, open, dismissed, linked]))).join('');
