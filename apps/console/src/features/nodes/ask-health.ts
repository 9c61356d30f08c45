import 'server-only';
import { api, Health } from '@inkproof/contract';
import { readConfig } from '../../config';

/** What the node that answers has and misses. It says so with 503 while it misses something, which is an answer here and no refusal. */
export const askHealth = async (): Promise<Health | null> => {
  try {
    const answer = await fetch(`${readConfig().apiUrl}${api.health.ready.path}`, { cache: 'no-store' });
    return Health.parse(await answer.json());
  } catch {
    return null;
  }
};
