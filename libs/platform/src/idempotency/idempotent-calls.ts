import { Refusal } from '@inkproof/contract';
import type { Clock, Ids } from '@inkproof/kernel';
import { createHmac, hkdfSync } from 'node:crypto';
import type { Database, Run, Statement } from '../database/database.js';
import { OpenDrawer, PROVIDER, type Drawers } from '../objects/drawers.js';
import { StorageUnavailable } from '../objects/storage-unavailable.js';
import { PlacedCall, type Asking } from './placed-call.js';

export interface Answer {
  status: number;
  body: unknown;
}

export interface IdempotencySettings {
  /** Keys the hashes, so that nobody with the table can try passwords and files on them. */
  pepper: string;
  /** How long a call is believed to be at work. */
  lockMs: number;
}

interface Row {
  fingerprint: string;
  status: number | null;
  sealed: Uint8Array | null;
  locked_until: Date;
  expires_at: Date;
}

/** An answer is given again for so long. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
const RETRY_MS = 1_000;
/** Drawers of answers, one for each day on which they expire. */
const ANSWERS = 'answers';

const PLACE = 'subject = $1 AND caller = $2 AND route = $3 AND key_hash = $4';
const TAKE = {
  name: 'take_idempotent_turn',
  text: `INSERT INTO idempotent_call AS c (subject, caller, route, key_hash, fingerprint, turn, locked_until, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (subject, caller, route, key_hash) DO UPDATE
           SET fingerprint = EXCLUDED.fingerprint, turn = EXCLUDED.turn, locked_until = EXCLUDED.locked_until, expires_at = EXCLUDED.expires_at, status = NULL, sealed = NULL, about = NULL
           WHERE c.expires_at <= $9 OR (c.status IS NULL AND c.locked_until <= $9)
         RETURNING turn`,
};
const LOOK = { name: 'look_at_idempotent_call', text: `SELECT fingerprint, status, sealed, locked_until, expires_at FROM idempotent_call WHERE ${PLACE}` };
const KEEP = { name: 'keep_idempotent_answer', text: `UPDATE idempotent_call SET status = $6, sealed = $7, about = $8 WHERE ${PLACE} AND turn = $5` };
const RELEASE = { name: 'release_idempotent_turn', text: `DELETE FROM idempotent_call WHERE ${PLACE} AND turn = $5 AND status IS NULL` };

/** What an answer tells of, by the id it begins with. */
const aboutOf = (body: unknown): string | null => {
  const id = (body as { id?: unknown } | null)?.id;
  return typeof id === 'string' && /^[a-z]{3}_/.test(id) ? id : null;
};

/** Destroys answers of a tenant that tell of these things. That the calls were answered stays, so that none is made twice. */
export const forgettingAnswers = (tenantId: string, about: readonly string[]): Statement => ({
  name: 'forget_answers_about',
  text: 'UPDATE idempotent_call SET sealed = NULL WHERE subject = $1 AND about = ANY($2)',
  values: [tenantId, about],
});

/** The same for all of them. Answers where the keys of their days lay, which go right after the act. */
export const forgetEveryAnswer = async (run: Run, drawers: Drawers, tenantId: string): Promise<string[]> => {
  await run({ name: 'forget_every_answer', text: 'UPDATE idempotent_call SET sealed = NULL WHERE subject = $1', values: [tenantId] });
  return (await drawers.destroyDays(run, tenantId, ANSWERS)).map(({ key }) => key);
};

const overtaken = (): Refusal => new Refusal('idempotency.in_flight', 'This call took so long that a repetition of it was begun. Ask again for its answer.', { retry_after_ms: RETRY_MS });

/**
 * Calls that carry an Idempotency-Key run once: whoever asks the same again gets the answer again, whoever asks
 * something else under the same key is refused, and so is who asks while the first is still at work. Only what
 * succeeded is kept; a call that was refused or failed leaves nothing, so that it can be tried again.
 */
export class IdempotentCalls {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly drawers: Drawers,
    private readonly settings: IdempotencySettings,
  ) {}

  /**
   * `run` may write the answer itself, by the statement it is handed, in the transaction of what it did: then not even a
   * crash between the two has it done twice, and a call that took so long that a repetition has its turn does nothing.
   */
  async once(asking: Asking, run: (keeping: (answer: Answer) => Statement) => Promise<Answer>): Promise<Answer & { isReplay: boolean }> {
    const call = new PlacedCall(asking, this.#hash([asking.key]), this.#hash(asking.asked), this.ids.next('trn'));
    const expiresAt = new Date(this.clock.now().getTime() + KEPT_MS);
    const drawer = await this.#drawer(call, expiresAt, asking.key);
    const before = await this.#take(call, expiresAt);
    if (before) return { ...(await this.#replay(call, before, asking.key)), isReplay: true };
    let isKept = false;
    const keeping = (answer: Answer): Statement => {
      isKept = true;
      return { ...this.#keeping(call, drawer, answer), ifNone: overtaken };
    };
    const answer = await run(keeping).catch(async (error: unknown) => {
      // A lock that cannot be taken away now runs out by itself.
      await this.#release(call).catch(() => {});
      throw error;
    });
    if (!isKept) await this.#speaking(call, (run) => run(this.#keeping(call, drawer, answer)));
    return { ...answer, isReplay: false };
  }

  /** Forgets answers that have been kept long enough, for everybody. */
  async sweep(): Promise<void> {
    await this.database.askAll('gate_forget_answers', this.clock.now());
  }

  /** Takes the turn, or answers the row of whoever has it or had it. */
  async #take(call: PlacedCall, expiresAt: Date): Promise<Row | undefined> {
    const now = this.clock.now();
    const lockedUntil = new Date(now.getTime() + this.settings.lockMs);
    return this.#speaking(call, async (run) => {
      const taken = await run({ ...TAKE, values: [...call.place, call.fingerprint, call.turn, lockedUntil, expiresAt, now] });
      if (taken.length) return undefined;
      const [row] = await run<Row>({ ...LOOK, values: call.place });
      // The one who had it was refused and left in this very moment.
      return row ?? { fingerprint: call.fingerprint, status: null, sealed: null, locked_until: now, expires_at: expiresAt };
    });
  }

  async #replay(call: PlacedCall, { fingerprint, status, sealed, locked_until, expires_at }: Row, key: string): Promise<Answer> {
    if (fingerprint !== call.fingerprint) throw new Refusal('idempotency.mismatch', 'This Idempotency-Key was used for a call that asked for something else. Use a new key for a new call.');
    if (status === null) {
      const leftMs = locked_until.getTime() - this.clock.now().getTime();
      throw new Refusal('idempotency.in_flight', 'A call with this Idempotency-Key is still being answered. Ask again for its answer.', { retry_after_ms: Math.min(Math.max(leftMs, 0), RETRY_MS) });
    }
    const drawer = sealed && (await this.#drawer(call, expires_at, key));
    if (!sealed || !drawer) throw new Refusal('idempotency.erased', 'The call with this Idempotency-Key was answered, and what it answered is not kept any more. Use a new key for a new call.');
    return { status, body: JSON.parse(drawer.open(call.name, sealed).toString('utf8')) as unknown };
  }

  #keeping(call: PlacedCall, drawer: OpenDrawer | undefined, { status, body }: Answer): Statement {
    const sealed = drawer?.seal(call.name, Buffer.from(JSON.stringify(body ?? null))) ?? null;
    return { ...KEEP, values: [...call.place, call.turn, status, sealed, aboutOf(body)] };
  }

  /**
   * What an answer is sealed in: by the key of its day, and by the Idempotency-Key, which only the caller has. One key a day
   * is known to a node for the day, so that a call costs what it did. Where it cannot be had the call is answered all the
   * same, and a repetition of it hears that its answer is not kept.
   */
  async #drawer(call: PlacedCall, expiresAt: Date, key: string): Promise<OpenDrawer | undefined> {
    try {
      const day = await this.drawers.of(call.isOfTenant ? call.subject : PROVIDER, `${ANSWERS} ${expiresAt.toISOString().slice(0, 10)}`, KEPT_MS);
      return new OpenDrawer(new Uint8Array(hkdfSync('sha256', day.key, key, call.name, day.key.length)));
    } catch (error) {
      if (error instanceof StorageUnavailable) return undefined;
      throw error;
    }
  }

  async #release(call: PlacedCall): Promise<void> {
    await this.#speaking(call, (run) => run({ ...RELEASE, values: [...call.place, call.turn] }));
  }

  #speaking<Result>(call: PlacedCall, work: (run: Run) => Promise<Result>): Promise<Result> {
    return call.isOfTenant ? this.database.changeAsTenant(call.subject, work) : this.database.changeAsPerson(call.subject, work);
  }

  #hash(parts: readonly (string | Uint8Array)[]): string {
    const hash = createHmac('sha256', this.settings.pepper);
    // Each part with its length before it, or what ends one could begin the next.
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
    return hash.digest('hex');
  }
}
