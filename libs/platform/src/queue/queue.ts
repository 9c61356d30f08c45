import { PgBoss, systemClock } from 'pg-boss';
import type { Run } from '../database/database.js';
import { HeldEntries, type Attempt } from './held-entries.js';
import { PRESENCE } from './news.js';

/** As `tools/parts/queue.mjs` makes them. */
export type QueueName = 'document' | 'lost-document' | 'call';

/** One entry, for as long as the handler has it. */
export interface Taken<Data> {
  id: string;
  data: Data;
  /** How often it was taken before and not finished. */
  triesBefore: number;
  /** Between being sent and being taken this time, by the store's clock. */
  waitedMs: number;
  /** Aborted when the entry was taken away, because this worker was thought lost, or when the worker stops. */
  signal: AbortSignal;
}

export interface QueueSettings {
  url: string;
  /** Whether this process looks after the queues: gives lost entries back and forgets old ones. One is enough, several do no harm. */
  looksAfter: boolean;
  onTrouble: (error: Error) => void;
}

const SCHEMA = 'pgboss';
const CONNECTIONS = 3;
const LOOK_AFTER_EVERY_SECONDS = 1;
/** Entries announce themselves; this is for announcements that were missed. */
const LOOK = { includeMetadata: true, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;
const STOP_MS = 5_000;
/** Handlers from which their entries were taken end at once, and pg-boss looks twice a second. */
const CLOSE_MS = 1_500;

/** pg-boss asks for a database; ours is the transaction of whoever enqueues. */
const within = (run: Run) => ({ executeSql: async (text: string, values: unknown[] = []) => ({ rows: await run({ text, values }) }) });

const triesIn = ({ rows }: { rows: unknown[] }): Map<string, number> => new Map((rows as { id: string; retry_count: number }[]).map(({ id, retry_count }) => [id, retry_count]));

/** Work for whichever process is free, on pg-boss in the same PostgreSQL. Entries hold ids and nothing else. */
export class Queue {
  readonly #boss: PgBoss;
  readonly #workers: { name: QueueName; id: string }[] = [];
  readonly #held = new HeldEntries((attempt) => this.#putBack(attempt));
  readonly #onTrouble: QueueSettings['onTrouble'];
  #stopping?: Promise<void>;

  constructor({ url, looksAfter, onTrouble }: QueueSettings) {
    this.#onTrouble = onTrouble;
    this.#boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      application_name: 'inkproof queue',
      max: CONNECTIONS,
      // The application's login owns nothing: the owner makes the schema before any process starts.
      createSchema: false,
      migrate: false,
      schedule: false,
      // It tells by this how long to wait for the next look: a machine's clock that is set back by hours would make it wait for hours.
      clock: { ...systemClock, now: () => performance.timeOrigin + performance.now() },
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
      supervise: looksAfter,
      superviseIntervalSeconds: LOOK_AFTER_EVERY_SECONDS,
      monitorIntervalSeconds: LOOK_AFTER_EVERY_SECONDS,
      maintenanceIntervalSeconds: 60,
    });
    this.#boss.on('error', onTrouble);
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  /** Enqueues in the transaction of `run`, so that the entry and what it is about stand or fall together. */
  async send(run: Run, name: QueueName, data: object, more: { priority?: number } = {}): Promise<string> {
    const id = await this.#boss.send(name, data, { ...more, db: within(run) });
    if (id === null) throw new Error(`The queue ${name} did not take the entry`);
    return id;
  }

  /** Marks an entry as done in the transaction of what was done. */
  async complete(run: Run, name: QueueName, id: string): Promise<void> {
    await this.#boss.complete(name, id, null, { db: within(run), includeQueued: true });
  }

  /** How often each of these entries that are at work was taken. */
  async triesOf(name: QueueName, ids: readonly string[]): Promise<Map<string, number>> {
    return triesIn(await this.#boss.getDb().executeSql(`SELECT id, retry_count FROM ${SCHEMA}.job WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'`, [name, ids]));
  }

  /** Says by which lock the process that has an entry at work is known to live. */
  async sign(name: QueueName, id: string, presence: number): Promise<void> {
    await this.#boss.getDb().executeSql(`UPDATE ${SCHEMA}.job SET data = data || jsonb_build_object('worker', $3::bigint) WHERE name = $1 AND id = $2 AND state = 'active'`, [name, id, presence]);
  }

  /** Signed entries at work of which the store let go of the lock, each with how often it was taken. */
  async orphans(name: QueueName): Promise<Map<string, number>> {
    const text = `SELECT id, retry_count FROM ${SCHEMA}.job j WHERE name = $1 AND state = 'active' AND data->>'worker' IS NOT NULL AND NOT EXISTS (
      SELECT FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid::bigint = $2 AND l.objid::bigint = (j.data->>'worker')::bigint AND l.objsubid = 2 AND l.granted)`;
    return triesIn(await this.#boss.getDb().executeSql(text, [name, PRESENCE]));
  }

  /** How many entries wait to be taken. */
  async depth(name: QueueName): Promise<number> {
    const { rows } = (await this.#boss.getDb().executeSql(`SELECT count(*)::int AS depth FROM ${SCHEMA}.job WHERE name = $1 AND state < 'active'`, [name])) as { rows: { depth: number }[] };
    return rows[0]?.depth ?? 0;
  }

  /** The same within a transaction, and how many of them are one tenant's. */
  async waiting(run: Run, name: QueueName, tenantId: string): Promise<{ all: number; own: number }> {
    const [row] = await run<{ all: number; own: number }>({
      name: 'entries_waiting',
      text: `SELECT count(*)::int AS all, count(*) FILTER (WHERE data->>'tenantId' = $2)::int AS own FROM ${SCHEMA}.job WHERE name = $1 AND state < 'active'`,
      values: [name, tenantId],
    });
    return row ?? { all: 0, own: 0 };
  }

  /** Gives entries to somebody else, unless that has happened since. */
  async giveBack(name: QueueName, entries: readonly { id: string; triesBefore: number }[]): Promise<void> {
    if (!entries.length) return;
    await this.#boss.fail(name, entries.map(({ id, triesBefore }) => ({ id, retryCount: triesBefore })), { why: 'its worker is gone' });
    this.#wake(name);
  }

  /** Lets an entry that was taken wait for so long, in its place; nobody failed at it. Whatever its handler does after that is nothing to the entry. */
  async putOff(name: QueueName, { id, triesBefore }: Pick<Taken<object>, 'id' | 'triesBefore'>, forMs: number): Promise<void> {
    const text = `UPDATE ${SCHEMA}.job SET state = 'retry', retry_limit = retry_limit + 1, start_after = clock_timestamp() + make_interval(secs => $4::float8 / 1000) WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`;
    await this.#boss.getDb().executeSql(text, [name, id, triesBefore, forMs]);
  }

  /** Whatever was put off may be taken now. */
  async comeUp(name: QueueName): Promise<void> {
    await this.#boss.getDb().executeSql(`UPDATE ${SCHEMA}.job SET start_after = clock_timestamp() WHERE name = $1 AND state = 'retry' AND start_after > clock_timestamp()`, [name]);
    this.#wake(name);
  }

  /** Takes waiting entries out; one at work stays, and whoever has it must hear of it otherwise. */
  async drop(run: Run, name: QueueName, ids: string[]): Promise<void> {
    if (ids.length) await this.#boss.cancel(name, ids, { db: within(run) });
  }

  /** Hands over entries, `atOnce` of them at a time. A handler that throws gives its entry back, which uses up a try unless it is for want of the store. */
  async work<Data extends object>(name: QueueName, atOnce: number, handle: (taken: Taken<Data>) => Promise<void>): Promise<void> {
    for (let place = 0; place < atOnce; place++) await this.#workAlone(name, handle);
  }

  /** Takes no more, waits for what is at work, and lets others have what has not ended by then. */
  stop(withinMs = STOP_MS): Promise<void> {
    return (this.#stopping ??= this.#stop(withinMs));
  }

  /** Only new entries announce themselves. */
  #wake(name: QueueName): void {
    for (const worker of this.#workers) if (worker.name === name) this.#boss.notifyWorker(worker.id);
  }

  async #stop(withinMs: number): Promise<void> {
    await Promise.all(this.#workers.map(({ name, id }) => this.#boss.offWork(name, { id, wait: false })));
    await this.#held.close(withinMs);
    await this.#boss.stop({ graceful: true, timeout: CLOSE_MS });
  }

  /** pg-boss tells one attempt from the next by counting them, so this one is counted, and one more is allowed: nobody died of it. */
  async #putBack({ name, id, triesBefore }: Attempt): Promise<void> {
    const text = `UPDATE ${SCHEMA}.job SET state = 'retry', retry_limit = retry_limit + 1 WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`;
    // Without the store the entry is missed like that of any worker that is gone.
    await this.#boss.getDb().executeSql(text, [name, id, triesBefore]).catch((error: unknown) => this.#onTrouble(error as Error));
  }

  /** pg-boss would rest between two entries; where one was, there may be another. */
  async #workAlone<Data extends object>(name: QueueName, handle: (taken: Taken<Data>) => Promise<void>): Promise<void> {
    const worker = await this.#boss.work<Data, void, typeof LOOK>(name, LOOK, async ([entry]) => {
      if (!entry) return;
      const { id, data, retryCount: triesBefore } = entry;
      const waitedMs = entry.startedOn.getTime() - entry.createdOn.getTime();
      try {
        await this.#held.during({ name, id, triesBefore }, (hold) => handle({ id, data, triesBefore, waitedMs, signal: AbortSignal.any([entry.signal, hold]) }));
      } catch (error) {
        // pg-boss writes down whole what it is thrown, and an error may carry anything. Whoever handles entries has logged it.
        throw new Error(error instanceof Error ? error.name : 'Error');
      } finally {
        this.#boss.notifyWorker(worker);
      }
    });
    this.#workers.push({ name, id: worker });
  }
}
