import type { Somebody } from '@inkproof/contract';

type Names = ReadonlyMap<string, string>;

/** By the name that whoever asks may know, if any. */
export function showSomebody(names: Names, id: string): Somebody;
export function showSomebody(names: Names, id: string | null): Somebody | null;
export function showSomebody(names: Names, id: string | null): Somebody | null {
  return id === null ? null : { id, name: names.get(id) ?? null };
}
