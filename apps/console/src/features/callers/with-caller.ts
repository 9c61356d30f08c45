/** The addresses a request came through, nearest last. */
export const withCaller = (said: string | string[] | undefined, caller: string | undefined): string => [...(said === undefined ? [] : [said].flat()), ...(caller ? [caller] : [])].join(', ');
