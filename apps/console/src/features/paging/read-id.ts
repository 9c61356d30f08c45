import 'server-only';
import { idOf } from '@inkproof/contract';
import { notFound } from 'next/navigation';

/** The id in an address. What is not even well formed names nothing, like an id of nobody. */
export const readId = <Prefix extends string>(prefix: Prefix, given: string) => {
  const read = idOf(prefix).safeParse(given);
  return read.success ? read.data : notFound();
};
