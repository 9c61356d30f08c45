import type { PersonalCategory, Reconciliation } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow, type Id } from '@inkproof/kernel';

type Item = Reconciliation['items'][number];

/** How often recognitions relied on one version. */
export interface ReliedRow {
  filing: Id<'flg'>;
  name: string;
  number: number;
  recognitions: number;
}

/** How often a category was declared and found under one filing; null where nothing was declared. */
export interface CategoryRow {
  filing: Id<'flg'> | null;
  category: PersonalCategory;
  declared: number;
  detected: number;
  undeclared: number;
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

/** One item a filing, those with open findings first, then by name; what was declared to hold nothing comes last. A filing whose recognitions were erased stands by its findings. */
export const reconcile = (relied: readonly ReliedRow[], categories: readonly CategoryRow[], findings: readonly FindingRow[]): Item[] => {
  const names = new Map<Id<'flg'> | null, string | null>([...findings, ...relied].map(({ filing, name }) => [filing, name]));
  const items = [...names].map(([filing, name]): Item => {
    const versions = relied.filter((row) => row.filing === filing);
    const { open, dismissed, linked, recognitions } = findings.find((row) => row.filing === filing) ?? { open: 0, dismissed: 0, linked: 0, recognitions: 0 };
    return {
      filing: filing === null ? null : { id: filing, name: name ?? '' },
      versions: versions.map(({ number }) => number).sort((one, other) => one - other),
      recognitions: filing === null ? recognitions : versions.reduce((sum, row) => sum + row.recognitions, 0),
      categories: categories.filter((row) => row.filing === filing).map(({ filing: _of, ...row }) => row).sort((one, other) => other.undeclared - one.undeclared || (one.category < other.category ? -1 : 1)),
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
