import pg, { type QueryConfig } from 'pg';

/** What of a connection's inside a batch needs, as the driver's own queries use it. Its types do not know of all of it. */
interface Wire {
  stream: { cork: () => void; uncork: () => void; destroy: () => void };
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  sync: () => void;
}

/** One prepared statement of a batch. A later one of the same name has the same text. */
export type Prepared = QueryConfig & { name: string; text: string; values: unknown[] };

const toWire = (query: pg.Query, wire: Wire): void => {
  const wrong = (query as unknown as { submit: (wire: Wire) => Error | null }).submit(wire);
  if (wrong) throw wrong;
};

/**
 * Prepared statements that are sent as one message and are one transaction: to PostgreSQL everything up to the word that ends a
 * message is, and that word commits it (its manual, Message Flow, Pipelining). All or none of it happens, in one round trip,
 * without a statement that begins it or one that ends it. What they find is not heard.
 */
export class Batch extends pg.Query {
  readonly done: Promise<void>;
  /** Whether a statement is prepared by this batch for the first time on its connection: where such a batch fails, nobody knows which of them were. */
  isFirst = false;
  readonly #statements: readonly Prepared[];

  constructor(statements: readonly Prepared[]) {
    let settle: (error?: Error) => void = () => {};
    super({ text: '' }, (error) => settle(error));
    this.done = new Promise((resolve, reject) => (settle = (error) => (error ? reject(error) : resolve())));
    // Who cannot send it hears of that at once, and then nobody waits for the answer.
    this.done.catch(() => {});
    this.#statements = statements;
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire;
    this.isFirst = this.#statements.some(({ name }) => wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined);
    // The same connection, on which a statement that was sent does not end the message.
    const inside = Object.create(wire, { sync: { value: () => {} } }) as Wire;
    wire.stream.cork();
    try {
      for (const statement of this.#statements) toWire(new pg.Query(statement, (error) => { throw error; }), inside);
      wire.sync();
    } catch (error) {
      // What was sent so far would go with the next message.
      wire.stream.destroy();
      throw error;
    } finally {
      wire.stream.uncork();
    }
  };

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
}
