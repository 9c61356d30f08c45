import { choosePages } from '../document/chosen-pages.js';
import type { DocumentCaps, OpenOptions } from '../document/document.js';
import { inspect } from '../document/inspect.js';
import type { DocumentFacts } from '../reading.js';

/** A picture's header is read where the picture came in, in well under a millisecond. Null for a document that must be opened elsewhere. */
export const openHere = async (file: Uint8Array, { pages: choice }: OpenOptions, caps: DocumentCaps): Promise<{ facts: DocumentFacts; pages: number[] } | null> => {
  const header = await inspect(file, caps, choice);
  if (header.mediaType === 'application/pdf') return null;
  const { mediaType, pages, frames } = header;
  return { facts: { mediaType, pages, frames }, pages: choosePages(choice, { pages, frames }, caps.maxPages) };
};
