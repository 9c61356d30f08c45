import type { RecordClass } from '@inkproof/contract';

/** What a kind says of its place among the others. */
interface Placed {
  class: RecordClass;
  after?: readonly RecordClass[];
}

/**
 * Kinds in the order in which everything of a tenant is erased: what relies on others before those, and otherwise as they
 * came. A text that a recognition relies on would count as kept if it was reached first.
 */
export const whatReliesFirst = <Kind extends Placed>(kinds: readonly Kind[]): Kind[] => {
  const left = [...kinds];
  const ordered: Kind[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ after = [] }) => !left.some((other) => after.includes(other.class)));
    if (at < 0) throw new Error(`Each of these relies on another of them: ${left.map((kind) => kind.class).join(', ')}`);
    ordered.push(...left.splice(at, 1));
  }
  return ordered;
};
