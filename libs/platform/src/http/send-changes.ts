import type { Response } from 'express';
import { sendStream } from './send-stream.js';

/** Whoever lost the line comes back so soon. */
const RETRY_MS = 1_000;

const written = (at: Date): string => `id: ${at.getTime()}\nevent: changed\ndata: {"at":"${at.toISOString()}"}\n\n`;

/** Events that say that something changed and nothing of what: whoever hears one asks for what they may see. */
export const sendChanges = (response: Response, changes: AsyncIterable<Date | undefined>): Promise<void> => sendStream(response, changes, written, { opening: `retry: ${RETRY_MS}\n\n` });
