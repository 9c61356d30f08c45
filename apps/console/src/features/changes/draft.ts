/** What somebody meant to change, kept in this browser on the way from the form that asked for notice to the notice itself. */
const nameOf = (id: string): string => `change ${id}`;

export const keepDraft = (id: string, values: object): void => sessionStorage.setItem(nameOf(id), JSON.stringify(values));

export const takeDraft = <Values extends object>(id: string): Partial<Values> => {
  const kept = sessionStorage.getItem(nameOf(id));
  sessionStorage.removeItem(nameOf(id));
  return kept ? (JSON.parse(kept) as Partial<Values>) : {};
};
