import { createHash } from 'node:crypto';
import type { DocumentCaps } from './document/document.js';
import { openDocument } from './document/open-document.js';
import { readPage } from './read-page.js';
import type { FailedPage, PageReading, Reading, ReadOptions } from './reading.js';
import { dataByLanguages, readersIn, recipeOf, type ReaderFacts } from './recipe.js';
import { checkReplayPages } from './replayable.js';
import type { Readers } from './reader/readers.js';
import { pageReasonOf, Unreadable } from './unreadable.js';

/** Of the readers that these pages were read by. They are warm, so asking costs nothing. */
const readerFacts = async (pages: readonly PageReading[], readers: Readers): Promise<ReaderFacts[]> => {
  const facts = new Map<string, ReaderFacts>();
  for (const { recipe } of pages) {
    for (const name of readersIn(recipe)) {
      if (facts.has(name)) continue;
      const reader = await readers.take(name, recipe.languages);
      facts.set(name, { name, version: reader.version, data: dataByLanguages(reader) });
    }
  }
  return [...facts.values()];
};

/** A whole file, page by page in this process. The pool does the same with many processes. */
export const read = async (file: Uint8Array, options: ReadOptions, caps: DocumentCaps, readers: Readers): Promise<Reading> => {
  const document = await openDocument(file, { pages: options.pages, ...(options.password !== undefined && { password: options.password }) }, caps);
  const [pages, failedPages]: [PageReading[], FailedPage[]] = [[], []];
  let firstFailure: unknown;
  try {
    checkReplayPages(options.replay, document.chosen, document.facts);
    for (const number of document.chosen) {
      try {
        pages.push(await readPage(await document.page(number), options, readers));
      } catch (error) {
        const reason = error instanceof Unreadable ? pageReasonOf(error) : undefined;
        if (!reason) throw error;
        failedPages.push({ number, reason, detail: (error as Unreadable).message });
        firstFailure ??= error;
      }
    }
  } finally {
    document.close();
  }
  if (pages.length === 0 && firstFailure) throw firstFailure;
  const inputSha256 = createHash('sha256').update(file).digest('hex');
  return { document: document.facts, pages, failedPages, recipe: recipeOf(pages, await readerFacts(pages, readers), inputSha256) };
};
