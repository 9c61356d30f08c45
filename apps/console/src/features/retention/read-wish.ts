import { DeletionSelection } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { textOf } from '../dialogs/text-of';

export const selectionKinds = ['tag', 'created', 'ids', 'results', 'tenant'] as const;
export type SelectionKind = (typeof selectionKinds)[number];

/** The first instant of a day in Asia/Shanghai, in milliseconds; not a number where no day was named. */
const dawnOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

const spanOf = (fields: FormData): { from: string; to: string } | undefined => {
  const [from, to] = [dawnOf(textOf(fields, 'from')), dawnOf(textOf(fields, 'to')) + DAY_MS];
  return Number.isNaN(from) || Number.isNaN(to) ? undefined : { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
};

const wishes: Record<SelectionKind, (fields: FormData) => unknown> = {
  tag: (fields) => ({ tag: textOf(fields, 'tag') }),
  created: (fields) => ({ created: spanOf(fields) }),
  ids: (fields) => ({ ids: textOf(fields, 'ids').split(/[\s,，、]+/).filter(Boolean) }),
  results: () => ({ everything: 'results' }),
  tenant: () => ({ everything: 'tenant' }),
};

/** What the fields select, days counted in Asia/Shanghai and the last one whole; undefined when they are not whole themselves. */
export const readWish = (kind: SelectionKind, fields: FormData): DeletionSelection | undefined => DeletionSelection.safeParse(wishes[kind](fields)).data;
