import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { everywhere } from './everywhere';

const src = path.resolve(import.meta.dirname, '..');
const app = path.join(src, 'app');
const filesUnder = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.spec\.ts$/.test(name)).map((name) => path.join(folder, name));

interface Source {
  isClient: boolean;
  /** Files of ours that it brings along when it runs. */
  imports: string[];
  /** What its leaves ask for, as written: `'keys'`. */
  asked: string[];
  /** What it sends, where it is a page or a layout. */
  sends: string[];
}

const fileAt = (base: string): string[] => ['.tsx', '.ts', ''].map((ending) => base + ending).filter((file) => /\.tsx?$/.test(file) && existsSync(file)).slice(0, 1);

const read = (file: string): Source => {
  const text = readFileSync(file, 'utf8');
  const runs = [...text.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'(\.[^']+)'/gm), ...text.matchAll(/\bimport\('(\.[^']+)'\)/g)];
  const sent = /^export default withWords\(\w+((?:, '[\w.]+')+)\);$/m.exec(text)?.[1] ?? '';
  return {
    isClient: /^'use client'/.test(text),
    imports: runs.flatMap(([, to]) => fileAt(path.resolve(path.dirname(file), to!))),
    asked: [...text.matchAll(/\buseTranslations\(([^)]*)\)/g)].map(([, area]) => area!),
    sends: [...sent.matchAll(/'([\w.]+)'/g)].map(([, area]) => area!),
  };
};

const sources = new Map(filesUnder(src).map((file) => [file, read(file)]));

/** What the browser is asked to say once these files are on a page: theirs, and of all that they bring along, from the first client file on. */
const askedBy = (files: string[]): string[] => {
  const seen = new Set<string>();
  const asked = new Set<string>();
  const follow = (file: string, inClient: boolean): void => {
    const source = sources.get(file);
    const isClient = inClient || source?.isClient === true;
    if (!source || seen.has(`${file} ${isClient}`)) return;
    seen.add(`${file} ${isClient}`);
    if (isClient) for (const area of source.asked) asked.add(area.replace(/^'(.*)'$/, '$1'));
    for (const next of source.imports) follow(next, isClient);
  };
  for (const file of files) follow(file, false);
  return [...asked];
};

const covers = (areas: readonly string[], area: string): boolean => areas.some((one) => area === one || area.startsWith(`${one}.`));
/** Without what is part of another, or stands further out. */
const least = (areas: string[], outer: readonly string[]): string[] => areas.filter((area) => !covers(outer, area) && !covers(areas.filter((one) => one !== area), area)).sort();

const inFolder = (folder: string, ...names: string[]): string[] => names.map((name) => path.join(folder, `${name}.tsx`)).filter((file) => sources.has(file));
const foldersAbove = (folder: string): string[] => (folder === app ? [] : [...foldersAbove(path.dirname(folder)), path.dirname(folder)]);
/** What stands around a folder's own layout, and around its pages. */
const sentAbove = (folder: string): string[] => foldersAbove(folder).flatMap((above): readonly string[] => (above === app ? everywhere : sentBy(inFolder(above, 'layout'))));
const sentBy = (files: string[]): string[] => files.flatMap((file) => sources.get(file)!.sends);

/** For every page and layout what it has to send, and what it sends. A layout stands around whatever else its folder shows, but for the page, which has its own. */
const folders = [...new Set([...sources.keys()].filter((file) => file.startsWith(app + path.sep)).map((file) => path.dirname(file)))].sort();
const parts = folders.flatMap((folder) => {
  const [layout, page] = [inFolder(folder, 'layout'), inFolder(folder, 'page')];
  const above = sentAbove(folder);
  const ofLayout: readonly string[] = folder === app ? everywhere : sentBy(layout);
  const place = path.relative(app, folder);
  return [
    { what: path.join(place, 'layout'), needs: least(askedBy([...layout, ...inFolder(folder, 'error', 'not-found', 'loading', 'template')]), above), sends: ofLayout },
    { what: path.join(place, 'page'), needs: least(askedBy(page), [...above, ...ofLayout]), sends: sentBy(page) },
  ];
});

describe('a page sends the browser', () => {
  it('what its client leaves say, and no other words', () =>
    expect(Object.fromEntries(parts.map(({ what, sends }) => [what, [...sends].sort()]))).toEqual(Object.fromEntries(parts.map(({ what, needs }) => [what, needs]))));

  it('what is known before it runs: every leaf asks for its words by name', () => {
    expect([...sources].flatMap(([file, { asked }]) => asked.filter((area) => !/^'[\w.]+'$/.test(area) && askedBy([file]).includes(area)).map(() => path.relative(src, file)))).toEqual([]);
    // By another name, or as a whole, the words would go past this spec.
    expect([...sources.keys()].filter((file) => /(?<!typeof )useTranslations<|useTranslations as|\buseMessages\b/.test(readFileSync(file, 'utf8'))).map((file) => path.relative(src, file))).toEqual(['words/more-words.tsx']);
  });
});
