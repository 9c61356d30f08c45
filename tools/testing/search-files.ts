import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Undefined for what went meanwhile: others come and go beside this one. */
const there = <Found>(look: () => Found): Found | undefined => {
  try {
    return look();
  } catch (error) {
    if (/^(ENOENT|ENOTDIR|EACCES|ENXIO)$/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};
const filesUnder = (folder: string): string[] =>
  (there(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const one = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(one) : entry.isFile() ? [one] : [];
  });

const CANARY = 'canary';
/** A word that stands nowhere else. */
export const canary = (): string => `${CANARY}${randomBytes(12).toString('hex')}`;

/** A text as it is, as a database prints bytes, and as base64 wherever that may begin. */
const formsOf = (text: string, base64Signs: number): Buffer[] => [Buffer.from(text), Buffer.from(Buffer.from(text).toString('hex')), ...[0, 1, 2].map((shift) => Buffer.from(Buffer.from(text.slice(shift)).toString('base64').slice(0, base64Signs)))];
/** How each canary begins, in base64 as far as what follows does not show. Few files have it, and only those are searched for each. */
const beginnings = formsOf(CANARY, 5);

/** Which of these canaries stand in these bytes, in any form. */
export const canariesIn = (content: Buffer, wanted: Record<string, string>): string[] =>
  beginnings.some((form) => content.includes(form)) ? Object.keys(wanted).filter((of) => formsOf(wanted[of]!, 24).some((form) => content.includes(form))) : [];

/** Which of these canaries can be read in which files of these folders. */
export const readable = (folders: readonly string[], wanted: Record<string, string>): string[] =>
  folders.flatMap((folder) => filesUnder(folder).flatMap((one) => {
    const content = there(() => readFileSync(one));
    return content ? canariesIn(content, wanted).map((of) => `${of} in ${one}`) : [];
  }));

/** What this product leaves in the folder for temporary files, but for what is named. */
export const temporaryFolders = (but: (entry: string) => boolean): string[] => readdirSync(os.tmpdir()).filter((entry) => entry.startsWith('inkproof-') && !but(entry)).map((entry) => path.join(os.tmpdir(), entry));
