import { Refusal } from '@inkproof/contract';

export interface Language {
  /** BCP 47 */
  tag: string;
  /** The engine's own name for it */
  code: string;
  aliases: readonly string[];
}

const AUTO = 'auto';

/**
 * The installed languages that were asked for, in that order and once each; `auto` when the script is to be found from
 * the page. Tags are compared without regard to case (RFC 5646, 2.1.1).
 */
export const chosenLanguages = <L extends Language>(asked: readonly string[] | undefined, installed: readonly L[]): L[] | 'auto' => {
  if (!asked) return AUTO;
  const tags = installed.map(({ tag }) => tag).join(', ');
  const refuse = (detail: string, message: string): never => {
    throw new Refusal('language.unsupported', detail, { errors: [{ field: 'languages', message }] });
  };
  if (asked.some((name) => name.toLowerCase() === AUTO)) return asked.length === 1 ? AUTO : refuse('The language auto stands alone: either name the languages or have the script found.', 'holds auto and others');
  const chosen = asked.map((name) => {
    const wanted = name.toLowerCase();
    const found = installed.find(({ tag, code, aliases }) => [tag, code, ...aliases].some((known) => known.toLowerCase() === wanted));
    return found ?? refuse(`There is no language ${JSON.stringify(name)} here. Installed: ${tags}.`, `may hold auto, or ${tags}`);
  });
  return [...new Set(chosen)];
};

/** The tags of the languages that pages were read with, in the order in which they first turned up. */
export const languagesRead = (pages: readonly { recipe: { languages: readonly string[] } }[], installed: readonly Language[]): string[] => [
  ...new Set(pages.flatMap(({ recipe }) => recipe.languages.map((code) => installed.find((language) => language.code === code)?.tag ?? code))),
];
