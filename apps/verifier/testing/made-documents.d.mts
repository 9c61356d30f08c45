import type { MadeLog } from './made-log.mjs';
import type { Random } from './random.mjs';
export const madeBundle: (random: Random, log?: MadeLog) => Map<string, Buffer>;
