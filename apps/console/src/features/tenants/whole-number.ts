/** A whole number as it was typed, full-width digits included, if it lies within the bounds. */
export const readWholeNumber = (typed: string, least: number, most: number): number | null => {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
};
