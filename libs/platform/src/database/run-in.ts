import type { Run, Tx } from './database.js';

/** Runs statements in a transaction that was opened through the client. */
export const runIn =
  (tx: Tx): Run =>
  async <Row extends object>({ text, values, ifNone }: Parameters<Run>[0]) => {
    if (!ifNone) return tx.$queryRawUnsafe<Row[]>(text, ...values);
    if ((await tx.$executeRawUnsafe(text, ...values)) === 0) throw ifNone();
    return [];
  };
