import 'reflect-metadata';
import { ConfigError, createLog, readConfig } from '@inkproof/platform';
import { startApi } from './start-api.js';

/** Beyond the deadline of the last call that was accepted. */
const STOP_GRACE_MS = 5_000;

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const api = await startApi(config, log);
  log.info({ url: api.url }, 'the API is up');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'finishing the calls in flight');
    setTimeout(() => process.exit(1), config.readers.deadlineMs + STOP_GRACE_MS).unref();
    await api.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
} catch (error) {
  // Before there is a configuration there is no log either.
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
