/** PostgreSQL's classes for a server that is gone, stopping, starting, or short of room, memory or connections, and the socket errors before them. */
const POSTGRES = /^(08|53|57P0[1235])/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH']);
/** Prisma: cannot reach, timed out, closed, no connection free, transaction not started or lost. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
/** node-postgres says these without a code. */
const SAID = /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Server has closed the connection|Can't reach database server/i;

interface Coded {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** Whether an error means that the store cannot be reached right now, so that the same call may succeed later. */
export const isStoreUnavailable = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, message, cause, meta } = error as Coded;
  if (typeof code === 'string' && (POSTGRES.test(code) || SOCKET.has(code) || PRISMA.has(code))) return true;
  if (typeof message === 'string' && SAID.test(message)) return true;
  const inner = (cause as { originalCode?: unknown } | undefined)?.originalCode;
  if (typeof inner === 'string' && POSTGRES.test(inner)) return true;
  return isStoreUnavailable(cause, depth + 1) || isStoreUnavailable(meta?.driverAdapterError, depth + 1);
};
