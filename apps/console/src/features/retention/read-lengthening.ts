import { CountedClass } from '@inkproof/contract';

const MOST_MONTHS = 240;

export type LengtheningFault = 'months' | 'source' | null;

/** What the fields of a lengthening say, and the first that is not as it must be. */
export const readLengthening = (fields: FormData): { recordClass: CountedClass; months: number; source: string; wrong: LengtheningFault } => {
  const [months, source] = [Number(fields.get('months')), String(fields.get('source') ?? '').trim()];
  const isMonths = Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
  return { recordClass: CountedClass.options.find((one) => one === fields.get('class')) ?? CountedClass.options[0]!, months, source, wrong: !isMonths ? 'months' : source === '' ? 'source' : null };
};
