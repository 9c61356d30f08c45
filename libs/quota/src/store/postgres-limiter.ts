import { setImmediate } from 'node:timers/promises';
import { Refusal } from '@inkproof/contract';
import { isStoreUnavailable, type Database } from '@inkproof/platform';
import type { Lease, Verdict } from '../model/verdict.js';
import { verdictOf, type VerdictRow } from '../model/verdict-row.js';
import { Gathered } from './gathered.js';
import { KnownRefusals } from './known-refusals.js';
import { ANSWER_WITHIN_MS, cannotBeAsked, LEASE_MS, Limiter, nameOf, type Asked, type Subject } from './limiter.js';
import { Turns } from './turns.js';

const unavailable = (error: unknown): never => {
  throw isStoreUnavailable(error) ? cannotBeAsked() : error;
};

const noteOf = ({ call, environment }: Asked): string | null =>
  call && JSON.stringify({ id: call.id, request_id: call.requestId, key_id: call.keyId, channel: call.channel, environment, route: call.route, lasts_ms: call.lastsMs, version_id: call.relied?.versionId, authorisation_id: call.relied?.authorisationId, categories: call.relied?.categories });

/**
 * Calls of one caller that are judged in one step at most, and callers in one statement: rings are held for a few milliseconds,
 * and the verdicts of all find room on their way to a node that does not listen, so that it cannot hold them longer.
 */
const MOST_AT_ONCE = 32;
const MOST_TOGETHER = 8;
/** Such statements of a node that are under way at the same time. */
const MOST_UNDER_WAY = 2;

type Question = { verb: 'take'; of: Asked } | { verb: 'look'; of: Subject };

/** Calls of one caller. */
type Calls = readonly Asked[];

/** By tenant, as every node has them, so that no two statements wait for each other. */
const byTenant = (a: Calls, b: Calls): number => (a[0]!.tenantId < b[0]!.tenantId ? -1 : 1);

/**
 * Every limit in PostgreSQL, which judges them by itself (prisma/migrations, the_rings_lie_in_one_row and
 * new_rings_are_laid_out_together). A tenant asks one question at a time, and calls that come meanwhile are asked together.
 * Questions of several tenants share a statement, which waits for nobody's ring: one that is held is asked for alone, beside all
 * others.
 */
export class PostgresLimiter extends Limiter {
  readonly store = 'postgresql';
  readonly #known = new KnownRefusals();
  readonly #gathered = new Gathered<Calls, VerdictRow[] | undefined>({ answer: (questions) => this.#judgeTogether(questions), mostAtOnce: MOST_TOGETHER, mostUnderWay: MOST_UNDER_WAY });
  readonly #turns = new Turns<Question, Verdict>({ answer: (questions) => this.#answer(questions), mostAtOnce: MOST_AT_ONCE });

  constructor(private readonly database: Database) {
    super();
  }

  take(asked: Asked): Promise<Verdict> {
    return this.#unlessKnown({ verb: 'take', of: asked });
  }

  look(subject: Subject): Promise<Verdict> {
    return this.#ask({ verb: 'look', of: subject });
  }

  override lookAgain(subject: Subject): Promise<Verdict> {
    return this.#unlessKnown({ verb: 'look', of: subject });
  }

  /** How everything stands as it came, for a limiter that keeps it. */
  async row({ tenantId, environment, key }: Subject): Promise<VerdictRow> {
    return (await this.#rows('quota_look', tenantId, key?.id ?? null, key?.requestsPerSecond ?? null, environment))[0]!;
  }

  /** Pages of the month alone, and the note of the call, for a limiter that judged the rest elsewhere at that instant. */
  async reserve(asked: Asked, at: string): Promise<Verdict> {
    const [row] = await this.#rows('quota_reserve', asked.tenantId, asked.pages, asked.lease, LEASE_MS, noteOf(asked), at);
    return verdictOf(row!, { environment: 'live', key: null });
  }

  /** The note alone. */
  async note(asked: Asked, at: string): Promise<void> {
    if (asked.call) await this.#rows('quota_note_call', asked.tenantId, noteOf(asked), at);
  }

  async renew(leases: readonly Lease[]): Promise<string[]> {
    const missing = await this.database.askIn<{ missing: string }>(ANSWER_WITHIN_MS, 'quota_renew', leases.map(({ id }) => id), LEASE_MS);
    return missing.map(({ missing: id }) => id);
  }

  async restore(leases: readonly Lease[]): Promise<void> {
    const columns = [leases.map(({ id }) => id), leases.map(({ tenantId }) => tenantId), leases.map(({ environment }) => environment), leases.map(({ inFlight }) => inFlight), leases.map(({ pages }) => pages)];
    await this.database.askIn(ANSWER_WITHIN_MS, 'quota_restore', ...columns, LEASE_MS);
  }

  /** The record of the call has ended its lease already. */
  async free(): Promise<void> {}

  async ping(): Promise<void> {
    await this.database.ping();
  }

  /** Its connections are everybody's. */
  async close(): Promise<void> {}

  async #unlessKnown(question: Question): Promise<Verdict> {
    const known = this.#known.find(question.of, performance.now());
    // One who only ever hears what is known would keep this node from hearing anything else.
    return known ? setImmediate(known) : this.#ask(question);
  }

  #ask(question: Question): Promise<Verdict> {
    return this.#turns.take(question.of.tenantId, `${question.verb} ${nameOf(question.of)}`, question);
  }

  /** All of one caller and one verb. What the question before them was told may answer them too. */
  async #answer(questions: readonly Question[]): Promise<Verdict[]> {
    const { verb, of: subject } = questions[0]!;
    const askedMs = performance.now();
    const known = verb === 'take' ? this.#known.find(subject, askedMs) : undefined;
    if (known) return questions.map(() => known);
    const verdicts = verb === 'look' ? [verdictOf(await this.row(subject), subject)] : await this.#take(questions.flatMap(({ of, verb }) => (verb === 'take' ? [of] : [])));
    const answeredMs = performance.now();
    for (const verdict of verdicts) this.#known.note(subject, verdict, askedMs, answeredMs);
    return verb === 'look' ? questions.map(() => verdicts[0]!) : verdicts;
  }

  async #take(asked: Calls): Promise<Verdict[]> {
    const { environment, key } = asked[0]!;
    const rows = (await this.#gathered.ask(asked)) ?? (await this.#judge([asked], true));
    // After a crash the rings may have forgotten what they accepted; for a second nothing is.
    const untrusted = rows.find(({ accepted }) => accepted === null);
    if (untrusted) throw cannotBeAsked(Math.ceil(Number(untrusted.retry_after_us) / 1_000));
    return rows.map((row) => verdictOf(row, { environment, key }));
  }

  /** Of questions that have to wait, or one of which cannot be judged, nothing is answered: each is asked for alone. */
  async #judgeTogether(questions: readonly Calls[]): Promise<(VerdictRow[] | undefined)[]> {
    const inOrder = [...questions].sort(byTenant);
    try {
      const rows = await this.#judge(inOrder, false);
      const answers = new Map(inOrder.map((calls) => [calls, rows.splice(0, calls.length)]));
      return questions.map((calls) => answers.get(calls)!).map((own) => (own[0]!.at === null ? undefined : own));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      return questions.map(() => undefined);
    }
  }

  #judge(questions: readonly Calls[], waits: boolean): Promise<VerdictRow[]> {
    const callers = questions.map((calls) => calls[0]!);
    const calls = questions.flat();
    return this.#rows(
      'quota_take',
      ...[callers.map(({ tenantId }) => tenantId), callers.map(({ key }) => key?.id ?? null), callers.map(({ key }) => key?.requestsPerSecond ?? null), callers.map(({ environment }) => environment), questions.map(({ length }) => length)],
      ...[calls.map(({ pages }) => pages), calls.map(({ inFlight }) => inFlight), calls.map(({ lease }) => lease), LEASE_MS, calls.map(noteOf), waits],
    );
  }

  #rows(call: 'quota_take' | 'quota_reserve' | 'quota_look' | 'quota_note_call', ...values: unknown[]): Promise<VerdictRow[]> {
    return this.database.askIn<VerdictRow>(ANSWER_WITHIN_MS, call, ...values).catch(unavailable);
  }
}
