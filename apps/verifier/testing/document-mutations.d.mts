import type { MadeLog } from './made-log.mjs';
import type { Random } from './random.mjs';

export interface HeldDocument {
  kind: 'receipt' | 'certificate' | 'bundle';
  files: Map<string, Buffer>;
  known: unknown[];
  keys: string[];
}
type Make = (random: Random, log: MadeLog) => HeldDocument;
export const untouched: Record<string, Make>;
export const mutations: Record<string, Make>;
