import type { QuotaTermRequest } from '@inkproof/contract';
import { LEAST_QUOTA, MOST_QUOTA } from '../tenants/quota-bounds';
import { readWholeNumber } from '../tenants/whole-number';
import { dateOf } from '../../words/wall-clock';

export type TermField = 'quota' | 'starts' | 'document' | 'sha256' | 'reason' | 'ends';

/** A minute as a date-and-time field gives it, which on these pages is Beijing's. Empty is none, and undefined is no such minute. */
const instantOf = (typed: string): string | null | undefined => {
  if (!typed) return null;
  const at = dateOf(typed.slice(0, 16));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** A new term as it was filled in, and the fields that do not do. */
export const readTerm = (fields: FormData): { asked: QuotaTermRequest; wrong: TermField[] } => {
  const typed = (name: string) => String(fields.get(name) ?? '').trim();
  const basis = typed('basis') === 'override' ? 'override' : 'contracted';
  const isOverride = basis === 'override';
  const requests_per_second = readWholeNumber(typed('quota'), LEAST_QUOTA, MOST_QUOTA);
  const starts = instantOf(typed('starts'));
  const ends = isOverride ? instantOf(typed('ends')) : null;
  const sha256 = typed('sha256').toLowerCase();
  const wrong: TermField[] = [];
  if (requests_per_second === null) wrong.push('quota');
  if (starts === undefined) wrong.push('starts');
  if (!isOverride && !typed('document')) wrong.push('document');
  if (!isOverride && sha256 && !/^[0-9a-f]{64}$/.test(sha256)) wrong.push('sha256');
  if (isOverride && !typed('reason')) wrong.push('reason');
  if (ends === undefined || (ends && starts && ends <= starts)) wrong.push('ends');
  const asked: QuotaTermRequest = {
    basis,
    requests_per_second: requests_per_second ?? LEAST_QUOTA,
    burst: 'at_once',
    ...(starts && { effective_from: starts }),
    ...(isOverride ? { reason: typed('reason'), ...(ends && { ends_at: ends }) } : { source: { document: typed('document'), sha256: sha256 || null } }),
  };
  return { asked, wrong };
};
