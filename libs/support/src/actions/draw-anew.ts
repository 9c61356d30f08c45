import { Refusal, type TicketFileType } from '@inkproof/contract';
import sharp, { type Sharp } from 'sharp';

const MAX_PIXELS = 50_000_000;
const MOST_SECONDS = 10;

const written: Partial<Record<TicketFileType, (picture: Sharp) => Sharp>> = {
  'image/png': (picture) => picture.png(),
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
};

/**
 * A picture from its pixels alone: upright, without where and by what it was taken, and without whatever else its file
 * carried. Other files stay as they are.
 */
export const drawAnew = async (bytes: Buffer, type: TicketFileType): Promise<Buffer> => {
  const write = written[type];
  if (!write) return bytes;
  try {
    return await write(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate()).timeout({ seconds: MOST_SECONDS }).toBuffer();
  } catch {
    throw new Refusal('ticket.file_refused', `A picture cannot be read, or has more than ${MAX_PIXELS} pixels.`);
  }
};
