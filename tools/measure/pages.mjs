import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { wornPages } from '@inkproof/drawn-pages';

/** Pages of a folder with a `manifest.json`: a list of { name, image, truth, lang, kind }. Each is loaded when it is read. */
export const pagesOfFolder = async (folder) => {
  const pages = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  return pages.map(({ name, image, truth, lang, kind }) => ({
    name: name ?? image,
    lang: lang ?? 'eng',
    kind: kind ?? 'page',
    load: async () => ({ file: await readFile(path.join(folder, image)), truth: await readFile(path.join(folder, truth), 'utf8') }),
  }));
};

export const drawnPages = (seed) => wornPages(seed).map(({ name, lang, kind, draw }) => ({ name, lang, kind, load: draw }));

/** The engine's codes for a manifest's word. */
export const languagesOf = (lang) => (['mixed', 'mix', 'both'].includes(lang) ? ['chi_sim', 'eng'] : lang.split('+'));

/** Only English keeps its spaces when it is compared. */
export const spacesOf = (lang) => (lang === 'eng' ? 'collapsed' : 'dropped');
