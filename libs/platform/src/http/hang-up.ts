import type { Response } from 'express';

/** Aborted when the caller hangs up before they have their answer. */
export const hangUpOf = (response: Response): AbortSignal => {
  const hangUp = new AbortController();
  if (response.destroyed) hangUp.abort();
  response.once('close', () => response.writableFinished || hangUp.abort());
  return hangUp.signal;
};
