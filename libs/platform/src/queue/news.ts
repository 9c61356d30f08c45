import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Statement, Tx } from '../database/database.js';

const CHANNEL = 'inkproof_news';
const CONNECT_TIMEOUT_MS = 2_000;
const RECONNECT_AFTER_MS = 250;
/** Of the advisory locks by which processes are known to live. */
export const PRESENCE = 0x696e6b;

/** A line that went dead without a word is found out this way. */
const CHECK_EVERY_MS = 10_000;


/** Has everybody told, once the transaction of it commits, that something changed. A topic is an id and nothing else. */
export const telling = (topic: string): Statement => ({ name: 'tell_news', text: `SELECT pg_notify('${CHANNEL}', $1)::text`, values: [topic] });

/** The same in a transaction that was opened through the client. */
export const tellIn = async (tx: Tx, topic: string): Promise<void> => {
  const { text, values } = telling(topic);
  await tx.$executeRawUnsafe(text, ...values);
};

type Hear = () => void;

/**
 * Hears within milliseconds what changed, on one connection for the whole process. News can be missed while that
 * connection is down: whoever waits hears of every reconnection too, and looks for themselves.
 *
 * The same connection holds a lock that says that this process lives: the store lets go of it when the process dies,
 * however it dies.
 */
export class News {
  readonly #hearers = new Map<string, Set<Hear>>();
  #client?: pg.Client;
  #closed = false;
  /** The number of this process's lock. */
  readonly presence = randomInt(1, 2 ** 31);
  #running?: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly onBreak: (error: Error) => void = () => {},
  ) {}

  /** Resolves when the line is up for the first time, or could not be built and is tried again. */
  async start(): Promise<void> {
    let firstTry: () => void = () => {};
    const tried = new Promise<void>((resolve) => (firstTry = resolve));
    this.#running = this.#keepListening(firstTry);
    await tried;
  }

  /** Calls back at every news of the topic, until the answer is called. */
  hear(topic: string, hear: Hear): () => void {
    const hearers = this.#hearers.get(topic) ?? new Set();
    this.#hearers.set(topic, hearers.add(hear));
    return () => {
      hearers.delete(hear);
      if (hearers.size === 0 && this.#hearers.get(topic) === hearers) this.#hearers.delete(topic);
    };
  }

  /** Resolves at the next news of the topic, or when the time or the signal says so. */
  next(topic: string, withinMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', done);
        stop();
        resolve();
      };
      const stop = this.hear(topic, done);
      const patience = setTimeout(done, withinMs);
      signal?.addEventListener('abort', done, { once: true });
      if (signal?.aborted) done();
    });
  }

  async stop(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => {});
    await this.#running;
  }

  async #keepListening(firstTry: () => void): Promise<void> {
    while (!this.#closed) {
      await this.#listen(firstTry).catch(this.onBreak);
      firstTry();
      if (!this.#closed) await sleep(RECONNECT_AFTER_MS);
    }
  }

  /** Ends when the connection does. */
  async #listen(onUp: () => void): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true, application_name: 'inkproof news', query_timeout: CONNECT_TIMEOUT_MS });
    let broken: Error | undefined;
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', (error) => (broken = error));
    client.on('notification', ({ payload }) => this.#tell(this.#hearers.get(payload ?? '')));
    await client.connect();
    this.#client = client;
    if (this.#closed) return client.end();
    const check = setInterval(() => void client.query('SELECT 1').catch(() => client.end().catch(() => {})), CHECK_EVERY_MS);
    try {
      await client.query('SELECT pg_advisory_lock($1, $2)', [PRESENCE, this.presence]);
      await client.query(`LISTEN ${CHANNEL}`);
      onUp();
      for (const hearers of [...this.#hearers.values()]) this.#tell(hearers);
      await ended;
    } finally {
      clearInterval(check);
      await client.end().catch(() => {});
    }
    if (broken) throw broken;
  }

  #tell(hearers: Set<Hear> | undefined): void {
    for (const hear of [...(hearers ?? [])]) hear();
  }
}
