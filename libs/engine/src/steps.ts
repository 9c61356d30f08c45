/** The steps of all pages as one list: said once when every page took the same, and by page number when they differ. */
export const togetherOnce = (pages: readonly (readonly string[])[]): string[] => {
  const [first = []] = pages;
  const isSame = pages.every((steps) => steps.length === first.length && steps.every((step, index) => step === first[index]));
  return isSame ? [...first] : pages.flatMap((steps, index) => steps.map((step) => `page ${index + 1}: ${step}`));
};
