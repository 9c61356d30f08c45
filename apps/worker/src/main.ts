import 'reflect-metadata';
import { ConfigError, createLog, readConfig } from '@inkproof/platform';
import { startWorker } from './start-worker.js';

/** Documents are given back after a few seconds; this is for a store that does not answer. */
const STOP_MS = 20_000;

try {
  const config = readConfig(process.env);
  if (config.readers.processes === 0) throw new ConfigError('A worker reads: READERS must be 1 or more.');
  const log = createLog(config.logLevel, undefined, 'worker');
  const worker = await startWorker(config, log);
  log.info({ url: worker.url }, 'the worker is up');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'giving back what is not finished');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await worker.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
} catch (error) {
  // Before there is a configuration there is no log either.
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
