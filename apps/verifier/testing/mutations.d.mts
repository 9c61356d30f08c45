import type { MadeLog } from './made-log.mjs';
import type { Random } from './random.mjs';

export interface Held {
  files: Uint8Array[];
  checkpoints: unknown[];
  keys: string[];
  chain: string | null;
}
type Make = (random: Random, log: MadeLog) => Held;
export const untouched: Record<string, Make>;
export const mutations: Record<string, Make>;
