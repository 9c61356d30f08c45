import { PrismaPg } from '@prisma/adapter-pg';
import pg, { type QueryConfig } from 'pg';
import { Batch } from './batch.js';
import { PrismaClient, type Prisma } from './generated/client.js';
import { within } from './within.js';

/** A transaction whose rows are those of one tenant, one person or the provider. */
export type Tx = Prisma.TransactionClient;

/** One prepared statement. The name tells it from every other. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
  /** What to throw when it touches no row, so that nothing of the transaction happens. */
  ifNone?: () => Error;
}

/** Runs statements inside one transaction of a tenant's. */
export type Run = <Row extends object = Record<string, unknown>>(statement: Omit<Statement, 'name'> & { name?: string }) => Promise<Row[]>;

const speakFor = (tenantId: string): Statement => ({ name: 'speak_for_tenant', text: "SELECT set_config('app.tenant_id', $1, true)", values: [tenantId] });
/** The same by another name, so that whoever looks at the wire tells a message that commits by itself. */
const writeFor = (tenantId: string): Statement => ({ ...speakFor(tenantId), name: 'write_as_tenant' });
const speakForProvider: Statement = { name: 'speak_for_provider', text: "SELECT set_config('app.scope', 'provider', true)", values: [] };
const speakForPerson = (personId: string): Statement => ({ name: 'speak_for_person', text: "SELECT set_config('app.person_id', $1, true)", values: [personId] });

export interface DatabaseSettings {
  url: string;
  pool: number;
  onIdleError?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 2_000;
const TRANSACTION_TIMEOUT_MS = 10_000;
/**
 * A connection that nobody uses stays for so long. A new one is a process of the store's, proofs on both sides, and a plan for
 * whatever is asked on it first: tens of milliseconds for everybody who comes after a pause.
 */
const IDLE_MS = 300_000;
/** So that whatever stands between does not forget a connection on which nothing is said, or says so. */
const SIGN_OF_LIFE_MS = 30_000;
/** A server that stopped answering without hanging up would otherwise hold a connection for hours. */
const QUERY_TIMEOUT_MS = 15_000;

/**
 * The one way to the store. Row-level security shows a transaction only what its door stands for, so a query that
 * forgets its tenant finds nothing rather than everything. There is no door without a subject.
 */
export class Database {
  readonly #pool: pg.Pool;
  #client: PrismaClient | undefined;

  constructor({ url, pool, onIdleError = () => {} }: DatabaseSettings) {
    this.#pool = new pg.Pool({ connectionString: url, max: pool, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, query_timeout: QUERY_TIMEOUT_MS, idleTimeoutMillis: IDLE_MS, keepAlive: true, keepAliveInitialDelayMillis: SIGN_OF_LIFE_MS, pipeline: true });
    this.#pool.on('error', onIdleError);
    // One that dies in the instant in which it passes from one user to the next has nobody else who listens. Its next query fails, and the process goes on.
    this.#pool.on('connect', (connection) => connection.on('error', () => {}));
  }

  /** Made with the first transaction that needs one: it takes thirty milliseconds, which whoever only writes would pay too. */
  get #prisma(): PrismaClient {
    return (this.#client ??= new PrismaClient({
      adapter: new PrismaPg(this.#pool),
      // Its other formats print the values of a query into the message of an error, and so into the log.
      errorFormat: 'minimal',
      transactionOptions: { maxWait: CONNECT_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
    }));
  }

  asTenant<Result>(tenantId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.tenant_id', ${tenantId}, true)`;
      return work(tx);
    });
  }

  /**
   * Writes rows of one tenant, all or none, through the same fence. Where every call passes: the whole transaction is one message
   * and takes one round trip, two where a statement has to touch a row.
   */
  writeAsTenant(tenantId: string, statements: readonly Statement[]): Promise<void> {
    return statements.some(({ ifNone }) => ifNone) ? this.#writeChecked(tenantId, statements) : this.#send([writeFor(tenantId), ...statements]);
  }

  #writeChecked(tenantId: string, statements: readonly Statement[]): Promise<void> {
    return this.#on(async (connection) => {
      const sent = [
        connection.query('BEGIN'),
        connection.query(speakFor(tenantId)),
        ...statements.map(async ({ ifNone, ...statement }) => {
          if (!(await connection.query(statement)).rowCount && ifNone) throw ifNone();
        }),
      ];
      // All of them have answered before the connection is anybody else's; the first that failed says why the rest did.
      const failed = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
      await connection.query('COMMIT');
    });
  }

  /** What the store refuses has ended its transaction already. A connection that failed in any other way is thrown away. */
  async #send(statements: readonly Statement[]): Promise<void> {
    const connection = await this.#pool.connect();
    const batch = new Batch(statements);
    let broken: Error | undefined;
    // A connection that dies says so as an event too, which would end the process if nobody listened.
    const onDeath = (error: Error): void => void (broken = error);
    connection.on('error', onDeath);
    try {
      connection.query(batch);
      await batch.done;
    } catch (error) {
      if (batch.isFirst || !(error instanceof pg.DatabaseError)) broken ??= error as Error;
      throw error;
    } finally {
      connection.off('error', onDeath);
      connection.release(broken);
    }
  }

  /** The same for work whose next statement depends on what the one before found. */
  changeAsTenant<Result>(tenantId: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#change(speakFor(tenantId), work);
  }

  /** The same, and nothing of it stays: for whoever wants to know what an act would come to. */
  rehearseAsTenant<Result>(tenantId: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#change(speakFor(tenantId), work, 'ROLLBACK');
  }

  /** The same for a person. */
  changeAsPerson<Result>(personId: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#change(speakForPerson(personId), work);
  }

  /** The same for the provider. */
  changeAsProvider<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#change(speakForProvider, work);
  }

  #change<Result>(subject: Statement, work: (run: Run) => Promise<Result>, end: 'COMMIT' | 'ROLLBACK' = 'COMMIT'): Promise<Result> {
    return this.#on(async (connection) => {
      await Promise.all([connection.query('BEGIN'), connection.query(subject)]);
      const result = await work(async <Row extends object>({ ifNone, ...statement }: Omit<Statement, 'name'>) => {
        const { rows, rowCount } = await connection.query<Row>(statement);
        if (ifNone && !rowCount) throw ifNone();
        return rows;
      });
      await connection.query(end);
      return result;
    });
  }

  /** Lends a connection to one transaction, and ends that if it throws. */
  async #on<Result>(transaction: (connection: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const connection = await this.#pool.connect();
    let broken: Error | undefined;
    // A connection that dies says so as an event too, which would end the process if nobody listened.
    const onDeath = (error: Error): void => void (broken = error);
    connection.on('error', onDeath);
    try {
      return await transaction(connection);
    } catch (error) {
      // A connection whose transaction cannot be ended is thrown away, and the store ends it.
      await connection.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      connection.off('error', onDeath);
      connection.release(broken);
    }
  }

  asPerson<Result>(personId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person_id', ${personId}, true)`;
      return work(tx);
    });
  }

  /** For the provider's own work: tenants, people, quotas and sums. It shows no call and no recognition. */
  asProvider<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.scope', 'provider', true)`;
      return work(tx);
    });
  }

  /** The same for what the provider decides on something of one tenant and tells that tenant of: it speaks for both. */
  asProviderOf<Result>(tenantId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.asProvider(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.tenant_id', ${tenantId}, true)`;
      return work(tx);
    });
  }

  /** For a person of the staff who looks at data of one tenant, under an access that runs. What the policies `support_reads` show comes to what the provider sees. */
  asSupport<Result>(accessId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.asProvider(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.support', ${accessId}, true)`;
      return work(tx);
    });
  }

  /**
   * Calls one of the store's own functions that need no subject: the gate (`gate_find_…`).
   * They answer for exactly one secret, address or tenant. One round trip, no transaction.
   */
  async ask<Row extends object>(call: 'gate_find_key' | 'gate_find_suspension' | 'gate_find_session' | 'gate_find_person' | 'gate_find_passkey' | 'gate_find_oidc_link' | 'gate_find_plan' | 'gate_weigh_jobs', argument: string): Promise<Row | undefined> {
    const { rows } = await this.#pool.query<Row>({ name: call, text: `SELECT * FROM ${call}($1)`, values: [argument] });
    return rows[0];
  }

  /** The same for the limiter, which gives up on a store that does not answer in time. */
  async askIn<Row extends object>(withinMs: number, call: 'quota_take' | 'quota_reserve' | 'quota_note_call' | 'quota_look' | 'quota_renew' | 'quota_restore', ...values: unknown[]): Promise<Row[]> {
    // The driver takes a time limit for one query, and its types do not know.
    const query: QueryConfig & { query_timeout: number } = { name: call, text: `SELECT * FROM ${call}(${values.map((_, i) => `$${i + 1}`).join(', ')})`, values, query_timeout: withinMs };
    // Waiting for a connection counts too.
    return (await within(withinMs, this.#pool.query<Row>(query))).rows;
  }

  /** Calls one of the store's own functions that work across tenants. They answer ids, for work that then goes on as one tenant. */
  async askAll<Row extends object>(call: 'gate_list_maintenance' | 'gate_find_due_requests' | 'gate_find_waiting_delivery' | 'gate_find_keeping_to_remind' | 'gate_take_deliveries' | 'gate_forget_deliveries' | 'gate_forget_secrets' | 'gate_find_overdue_jobs' | 'gate_find_expired_jobs' | 'gate_find_expired_results' | 'gate_find_forgotten_jobs' | 'gate_find_deletions' | 'gate_find_expired_authorisations' | 'gate_find_expired_tickets' | 'gate_find_expired_notices' | 'gate_find_expired_changes' | 'gate_find_expired_security_notices' | 'gate_find_expired_disputes' | 'gate_find_expired_filings' | 'gate_find_expired_inspections' | 'gate_find_expired_requests' | 'gate_find_orphans' | 'gate_forget_objects' | 'gate_forget_answers' | 'gate_fold_usage' | 'gate_record_lost_calls' | 'gate_take_unlinks' | 'gate_forget_unlinks' | 'gate_find_stray_blobs' | 'gate_find_keys_in_rows' | 'gate_find_people_with_keys', ...values: (number | boolean | Date | string | null | readonly string[] | readonly number[])[]): Promise<Row[]> {
    return (await this.#pool.query<Row>({ name: call, text: `SELECT * FROM ${call}(${values.map((_, i) => `$${i + 1}`).join(', ')})`, values })).rows;
  }

  /** Tables without a tenant's data: failed sign-ins, tickets that were taken, nodes, and counts of sweeps. */
  get open(): Pick<PrismaClient, 'signInFailure' | 'spentTicket' | 'node' | 'sweep'> {
    return this.#prisma;
  }

  /** The store's own time. */
  async now(): Promise<Date> {
    const { rows } = await this.#pool.query<{ now: Date }>({ name: 'tell_time', text: 'SELECT clock_timestamp() AS now' });
    return rows[0]!.now;
  }

  async ping(): Promise<void> {
    await this.#pool.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.#client?.$disconnect();
    await this.#pool.end().catch(() => {});
  }
}
