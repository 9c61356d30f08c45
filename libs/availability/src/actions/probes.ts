import type { ComponentName } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { Probe } from './probe.js';

const ANSWER_WITHIN_MS = 5_000;
/** A node gives a sign of life every few seconds. */
const LOST_AFTER_MS = 60_000;
/** What was to be sent longer ago than this nobody sends. */
const STUCK_AFTER_MS = 10 * 60_000;

/** Whether an address answers, and with something that is no fault of the server's. */
const answering = (url: string): Probe => async () => {
  try {
    const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return status < 500 ? null : `http_${status}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'no_answer_in_time' : 'no_answer';
  }
};

/** A store that does not answer is what was met. */
const asking = (ask: () => Promise<string | null>): Probe => () => ask().catch(() => 'store_away');

/** What each part of the service must do to count as serving. */
export const probesOf = (database: Database, clock: Clock, { apiUrl, consoleUrl, sendsMail }: { apiUrl: string; consoleUrl: string; sendsMail: boolean }, readsPage: Probe): Record<string, Probe> => {
  const before = (ms: number): Date => new Date(clock.now().getTime() - ms);
  const hasWorker = async (): Promise<boolean> => (await database.open.node.count({ where: { kind: 'worker', seenAt: { gt: before(LOST_AFTER_MS) }, stoppingAt: null } })) > 0;
  const api = answering(new URL('/health/ready', apiUrl).href);
  const probes = {
    recognition: async () => (await api()) ?? readsPage(),
    consent: api,
    account: api,
    console: answering(consoleUrl),
    jobs: asking(async () => ((await hasWorker()) ? null : 'no_worker')),
    webhooks: asking(async () => {
      const [oldest] = await database.askAll<{ waiting_since: Date | null }>('gate_find_waiting_delivery');
      return oldest?.waiting_since && oldest.waiting_since < before(STUCK_AFTER_MS) ? 'messages_wait' : null;
    }),
  } satisfies Partial<Record<ComponentName, Probe>>;
  // Without a server mails are read in the outbox: there is nothing to look at.
  return sendsMail ? { ...probes, mail: asking(() => database.asProvider(async (tx) => ((await tx.mail.count({ where: { state: 'waiting', nextAttemptAt: { lt: before(STUCK_AFTER_MS) } } })) > 0 ? 'mails_wait' : null))) } : probes;
};
