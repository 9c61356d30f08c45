import { readFile } from 'node:fs/promises';

const folder = new URL('../../../../apps/verifier/', import.meta.url);
/** Each needs what stands before it and nothing else; the last stands alone. */
const programs = ['verify.mjs', 'documents.mjs', 'zip.mjs', 'inkproof-verify.mjs', 'inkproof_verify.py'] as const;

/** Both programs that verify offline, under the names they go by in a ZIP, so that whoever holds it needs nothing else. */
export const verifierPrograms = (): (readonly [name: string, read: () => Promise<Uint8Array>])[] => programs.map((name) => [`verifier/${name}`, () => readFile(new URL(name, folder))] as const);
