import { createHash } from 'node:crypto';
import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { canonical } from '../model/canonical.js';
import { signable } from '../model/checkpoint.js';
import type { EntryStore } from '../store/entry-store.js';
import type { SealStore } from '../store/seal-store.js';
import { BEGINNING } from './check-entry.js';
import { keyLine } from './key-line.js';
import { reading, type Reader } from './reader.js';
import type { Seals } from './seals.js';
import type { SigningKey } from './signing-key.js';
import type { Trail } from './trail.js';

const ENTRIES_AT_ONCE = 2_000;

export interface Span {
  from: number;
  to: number;
}


/**
 * A span of a chain as lines of canonical JSON: a header, the entries with checkpoints in their places, and an end that
 * signs it all. The same span has the same lines but for the last, so that one which broke off can be fetched again.
 */
export class ExportLog {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryStore,
    private readonly seals: SealStore,
    private readonly sealing: Seals,
    private readonly key: SigningKey,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** Settles what will be exported, and writes down that it was. Up to the newest entry unless told otherwise, and that one is sealed first. */
  async span(reader: Reader, { from, to }: { from: number; to?: number }): Promise<Span> {
    const { chain, by } = reader;
    const sealed = (await this.sealing.current(chain))?.checkpoint.seq ?? 0;
    const span = { from, to: Math.min(to ?? sealed, sealed) };
    if (from > sealed + 1 || span.to < from - 1) throw new Refusal('request.invalid', `The log has ${sealed} entries.`, { errors: [{ field: to === undefined ? 'from' : 'to', message: 'lies outside the log' }] });
    await reading(this.database, reader, (run) => this.trail.append(run, chain, { action: 'audit.exported', by, targets: [chain], details: span }));
    return span;
  }

  async *lines(reader: Reader, { from, to }: Span): AsyncGenerator<string> {
    const { chain } = reader;
    const read = <Result>(work: (run: Run) => Promise<Result>) => reading(this.database, reader, work);
    const digest = createHash('sha256');
    const said = (line: object): string => {
      const text = `${canonical(line)}\n`;
      digest.update(text);
      return text;
    };
    const [keys, before] = await read(async (run) => [await this.seals.keys(run), (await this.entries.following(run, chain, from - 2, from - 1, 1))[0] ?? BEGINNING] as const);
    yield said({ type: 'header', v: 1, chain, from, to, prev: before.hash, keys: keys.map(keyLine) });
    let head = before;
    while (head.seq < to) {
      const after = head.seq;
      const [entries, checkpoints] = await read(async (run) => {
        const following = await this.entries.following(run, chain, after, to, ENTRIES_AT_ONCE);
        const last = following.at(-1)?.seq ?? after;
        return [following, new Map((await this.seals.list(run, chain, { above: after, below: last + 1, size: ENTRIES_AT_ONCE })).map((signed) => [signed.checkpoint.seq, signed]))] as const;
      });
      if (!entries.length) break;
      let lines = '';
      for (const entry of entries) {
        lines += said({ type: 'entry', ...entry });
        const signed = checkpoints.get(entry.seq);
        if (signed) lines += said({ type: 'checkpoint', ...signed });
      }
      yield lines;
      head = entries.at(-1)!;
    }
    const end = { v: 1, chain, from, to: head.seq, head: head.hash, sha256: digest.digest('hex'), at: this.clock.now().toISOString(), key: this.key.id };
    yield `${canonical({ type: 'end', ...end, signature: this.key.sign(signable('export', end)).toString('hex') })}\n`;
  }
}
