import type { Availability } from '@inkproof/contract';
import { wordsFor } from '../../words/words-for';

/** The parts of the service, to choose one from. */
export const componentOptions = (components: Availability['components'], locale: string): { value: string; label: string }[] => components.map(({ id, name }) => ({ value: id, label: wordsFor(locale, name) }));

/** A moment as a field of the browser has it, in the reader's own zone; nothing where it is empty. */
export const momentIn = (fields: FormData, name: string): string | undefined => {
  const given = String(fields.get(name) ?? '');
  return given && !Number.isNaN(Date.parse(given)) ? new Date(given).toISOString() : undefined;
};
