import { z } from 'zod';
import { idOf } from './fields.js';

const MEGABYTE = 1_000_000;

/** What may go with one message. A member's words may be long beside them. */
export const ticketFiles = { maxFiles: 5, maxFileBytes: 10 * MEGABYTE, maxBytes: 20 * MEGABYTE, longFields: { words: 131_072 } };

/**
 * What a file of a ticket may be, told by its bytes. Pictures are drawn anew. Nothing that a browser or an office program
 * would run: no HTML, no SVG, no documents with macros; and no archives, into which nobody here looks.
 */
export const ticketFileTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'application/json', 'text/csv', 'text/plain'] as const;
export type TicketFileType = (typeof ticketFileTypes)[number];

const file = { name: z.string(), media_type: z.enum(ticketFileTypes), bytes: z.int(), sha256: z.string().describe('Of what is kept: of a picture, as it was drawn anew') };

export const TicketFile = z.object({ id: idOf('tkf'), ...file }).meta({ id: 'TicketFile' });
export type TicketFile = z.infer<typeof TicketFile>;

/** One that goes with a note, and with it to nobody but the staff. */
export const TicketNoteFile = z.object({ id: idOf('tnf'), ...file }).meta({ id: 'TicketNoteFile' });
export type TicketNoteFile = z.infer<typeof TicketNoteFile>;

export const fileForms = { bytes: 'application/octet-stream' };
export const FileBytes = z.string().describe('As a download, in the type it has');
