import { availableParallelism } from 'node:os';
import { ReaderPool } from '@inkproof/engine';

const CAPS = { maxPixels: 100_000_000, maxPages: 1_000 };
const PATIENCE_MS = 600_000;

/** Our own engine as the product runs it, warm. `native` is the path of the system's tesseract, when it is to be used. */
export const startEngine = async ({ processes = 1, native = null } = {}) => {
  const warm = [
    { reader: 'tesseract', languages: ['eng'] },
    { reader: 'tesseract', languages: ['chi_sim'] },
    { reader: 'ppocr', languages: [] },
  ];
  const pool = await ReaderPool.start({ processes, maxQueued: 10_000, warm, native: native && { path: native } });
  const read = async (file, languages, { reader = 'auto', pages = null } = {}) => {
    const reading = await pool.read({ file, options: { languages, reader, pages }, caps: CAPS, lane: 'bench', laneLimit: availableParallelism(), urgency: 'call', deadlineMs: PATIENCE_MS });
    return { ...reading, text: reading.pages.map(({ text }) => text).join('\n') };
  };
  return { read, readers: pool.readers().map(({ name }) => name), stop: () => pool.stop() };
};
