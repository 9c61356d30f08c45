import { startRedis, startSpecPostgres, type Redis, type SpecPostgres } from '@inkproof/spec-database';
import { LimiterBench } from './limiter-bench.js';
import type { Limiter } from '../store/limiter.js';

/** A limiter whose store is nobody else's, so that it can fail as real ones do. */
export interface OwnStore {
  bench: LimiterBench;
  /** It keeps its connections and answers nothing. */
  pause: () => void;
  resume: () => void;
  /** It dies at once, and comes again with what it wrote down. */
  crash: () => Promise<void>;
  close: () => Promise<void>;
}

const onPostgres = async (): Promise<OwnStore> => {
  const server: SpecPostgres = await startSpecPostgres();
  const bench = await LimiterBench.on('postgresql', { spec: server });
  return { bench, pause: () => server.pause(), resume: () => server.resume(), crash: () => server.crash(), close: () => bench.close() };
};

const onRedis = async (): Promise<OwnStore> => {
  const first = await startRedis();
  const bench = await LimiterBench.on('redis', { redis: first });
  let running: Redis = first;
  return {
    bench,
    pause: () => void process.kill(running.pid, 'SIGSTOP'),
    resume: () => void process.kill(running.pid, 'SIGCONT'),
    async crash() {
      process.kill(running.pid, 'SIGKILL');
      await running.stop();
      running = await startRedis({ port: first.port });
    },
    async close() {
      await bench.close();
      await running.stop();
    },
  };
};

export const ownStore = (store: Limiter['store']): Promise<OwnStore> => (store === 'redis' ? onRedis() : onPostgres());
