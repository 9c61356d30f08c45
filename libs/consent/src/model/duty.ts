/**
 * What acceptance does not change, as every receipt says it: whether the provider checked or not, and whatever it found, the
 * tenant keeps the duties it took on (agreement 三.1(5)).
 */
export const duty = {
  zh: '受理只表示报备文本要素齐备，不评价其效力。无论乙方是否采取了检查措施，以及检查结论如何，均不影响甲方承担其在协议项下的保证义务及责任。',
  en: 'Acceptance says that the elements of the filed text are present and judges nothing else. Whether or not the provider checked, and whatever it found, the tenant keeps its duties and liability under the agreement.',
};
