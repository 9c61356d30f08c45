import { recordClasses, type RecordClass } from '@inkproof/contract';

const MOST_MONTHS = 240;

export type LengtheningFault = 'months' | 'source' | null;

/** What the fields of a lengthening say, and the first that is not as it must be. */
export const readLengthening = (fields: FormData): { recordClass: RecordClass; months: number; source: string; wrong: LengtheningFault } => {
  const [months, source] = [Number(fields.get('months')), String(fields.get('source') ?? '').trim()];
  const isMonths = Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
  return { recordClass: recordClasses.find((one) => one === fields.get('class')) ?? recordClasses[0], months, source, wrong: !isMonths ? 'months' : source === '' ? 'source' : null };
};
