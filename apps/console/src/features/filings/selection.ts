const lengthOf = (text: string): number => [...text].length;

/** Characters of a segment before a point; all of them where the point lies behind it, none where it lies before. */
const within = (segment: HTMLElement, node: Node, offset: number, otherwise: number): number =>
  segment.contains(node) ? (node.nodeType === Node.TEXT_NODE ? lengthOf((node.textContent ?? '').slice(0, offset)) : offset === 0 ? 0 : lengthOf(segment.textContent ?? '')) : otherwise;

/** What is selected inside a marked text, in code points of the text; null when nothing is. A selection may begin and end between the words, as a triple click's does. */
export const selectedIn = (root: HTMLElement | null): { begins: number; ends: number } | null => {
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const segments = [...root.querySelectorAll<HTMLElement>('[data-at]')].filter((segment) => range.intersectsNode(segment));
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return null;
  const begins = Number(first.dataset['at']) + within(first, range.startContainer, range.startOffset, 0);
  const ends = Number(last.dataset['at']) + within(last, range.endContainer, range.endOffset, lengthOf(last.textContent ?? ''));
  return ends > begins ? { begins, ends } : null;
};
