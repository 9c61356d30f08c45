import type { Webhook } from '@inkproof/contract';

type Event = Webhook['events'][number];
type Word<E extends string> = E extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;

/** The key of an event among the words, where a dot would mean a level. */
export const wordOf = <E extends Event>(event: E): Word<E> => event.replace('.', '_') as Word<E>;
