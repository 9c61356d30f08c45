import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Where a structured log line may carry a secret, whatever object is logged. */
const redacted = ['authorization', 'cookie', '["set-cookie"]', 'password', 'secret', 'token', 'text', 'email'].flatMap((name) => (name.startsWith('[') ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`]));

/** What an error may say in a log. Drivers hang whole connections and rejected values on theirs; those stay out. */
const describe = (error: unknown): object => {
  const { name, message, code, stack } = error as Error & { code?: unknown };
  return { name, message, code, stack };
};

/** JSON lines. Recognised text, personal information and secrets have no place in them; the redaction is the second fence. */
export const createLog = (level: string, destination?: DestinationStream, service = 'api'): Logger =>
  pino({ level, base: { service }, serializers: { err: describe }, redact: { paths: redacted, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime }, destination);

/** Nest's own lines through the same log. What it announces at start, module by module, is for debugging only. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  debug: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: string, context?: string) => log.error({ context, stack }, String(message)),
});
