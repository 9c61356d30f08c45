export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** What a program that knew an answer of then would miss in one of today: a member that is gone, or one of another kind. What is new, or empty now and then, breaks nobody. */
export const lossesIn = (then: Json, now: Json, at = '$'): string[] => {
  const [was, is] = [kindOf(then), kindOf(now)];
  if (was === 'null' || is === 'null') return [];
  if (was !== is) return [`${at} was ${was} and is ${is}`];
  if (Array.isArray(then) && Array.isArray(now)) return then.length && now.length ? lossesIn(then[0]!, now[0]!, `${at}[]`) : [];
  if (typeof then !== 'object' || then === null) return [];
  const answer = now as { [name: string]: Json };
  return Object.entries(then as { [name: string]: Json }).flatMap(([name, value]) => (name in answer ? lossesIn(value, answer[name]!, `${at}.${name}`) : [`${at}.${name} is gone`]));
};
