/** Where a point of a selection lies in the text, in code points; null outside of it. */
const placeOf = (node: Node, offset: number): number | null => {
  const segment = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
  if (!segment) return null;
  const within = node.nodeType === Node.TEXT_NODE ? [...(node.textContent ?? '').slice(0, offset)].length : offset === 0 ? 0 : [...(segment.textContent ?? '')].length;
  return Number(segment.dataset['at']) + within;
};

/** What is selected inside a marked text, in code points of the text; null when nothing is. */
export const selectedIn = (root: HTMLElement | null): { begins: number; ends: number } | null => {
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const [begins, ends] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  return begins === null || ends === null || ends <= begins ? null : { begins, ends };
};
