import { ReaderPool } from '@inkproof/engine';
import type { Config } from '@inkproof/platform';
import type { Logger } from 'pino';

/** The processes that read on this node, ready for what is asked for most. */
export const startReaders = ({ readers: { processes, maxQueued, niceness } }: Config, log: Logger): Promise<ReaderPool> =>
  ReaderPool.start({ processes, maxQueued, niceness, warm: [{ reader: 'tesseract', languages: ['chi_sim', 'eng'] }], onReplaced: (why) => log.warn({ why }, 'a reader was replaced') });
