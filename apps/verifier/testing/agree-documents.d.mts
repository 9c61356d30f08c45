import type { DocumentVerdict } from '../documents.mjs';
import type { HeldDocument } from './document-mutations.mjs';
export const verdictOn: (held: HeldDocument) => DocumentVerdict;
export const compareDocuments: (count: number, seed: number) => Promise<{ cases: number; wrong: object[] }>;
