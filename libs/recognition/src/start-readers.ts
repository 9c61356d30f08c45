import { ReaderPool } from '@inkproof/engine';
import type { Config } from '@inkproof/platform';
import type { Logger } from 'pino';

/** What `auto` reaches for first: Tesseract with English, and PP-OCR for the rest. Others are loaded when somebody asks. */
const warm = [
  { reader: 'tesseract', languages: ['eng'] },
  { reader: 'ppocr', languages: [] },
] as const;

/** The processes that read on this node, ready for what is asked for most. */
export const startReaders = ({ readers: { processes, maxQueued, niceness, native, models } }: Config, log: Logger): Promise<ReaderPool> =>
  ReaderPool.start({ processes, maxQueued, niceness, native, models, warm, onReplaced: (why) => log.warn({ why }, 'a reader was replaced') });
