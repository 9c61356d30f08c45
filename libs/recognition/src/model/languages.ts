import { Refusal } from '@inkproof/contract';

export interface Language {
  /** BCP 47 */
  tag: string;
  /** The engine's own name for it */
  code: string;
  aliases: readonly string[];
}

/**
 * The installed languages that were asked for, in that order and once each; all of them when none was asked for.
 * Tags are compared without regard to case (RFC 5646, 2.1.1).
 */
export const chosenLanguages = <L extends Language>(asked: readonly string[] | undefined, installed: readonly L[]): L[] => {
  if (!asked) return [...installed];
  const chosen = asked.map((name) => {
    const wanted = name.toLowerCase();
    const found = installed.find(({ tag, code, aliases }) => [tag, code, ...aliases].some((known) => known.toLowerCase() === wanted));
    if (!found) throw new Refusal('language.unsupported', `There is no language ${JSON.stringify(name)} here. Installed: ${installed.map(({ tag }) => tag).join(', ')}.`, { errors: [{ field: 'languages', message: `may hold ${installed.map(({ tag }) => tag).join(', ')}` }] });
    return found;
  });
  return [...new Set(chosen)];
};
