import type { AuditVerification } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { signable, type SignedCheckpoint } from '../model/checkpoint.js';
import type { EntryStore } from '../store/entry-store.js';
import type { SealStore } from '../store/seal-store.js';
import { BEGINNING, faultOf, type Fault, type Link } from './check-entry.js';
import { reading, type Reader } from './reader.js';
import { isSignedBy, type SigningKey } from './signing-key.js';
import { trustedKeys } from './trusted-keys.js';

const ENTRIES_AT_ONCE = 5_000;
/** About two seconds of work; more is asked for again behind it. */
const ENTRIES_A_CALL = 100_000;

type Bad = { seq: number; fault: Fault };

/** Works every hash, commitment and signature of a chain out again, as it stands now. */
export class VerifyLog {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryStore,
    private readonly seals: SealStore,
    private readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  for(reader: Reader, after: number): Promise<AuditVerification> {
    return reading(this.database, reader, async (run) => {
      const startedMs = performance.now();
      const { chain } = reader;
      const [headSeq, newest] = [await this.entries.headSeq(run, chain), await this.seals.newest(run, chain)];
      const to = Math.min(headSeq, after + ENTRIES_A_CALL);
      const checkpoints = await this.seals.list(run, chain, { above: after, below: to + 1, size: ENTRIES_A_CALL });
      const walked = await this.#walk(run, chain, { after, to }, checkpoints);
      const bad = walked.bad ?? (await this.#forged(run, checkpoints)) ?? (newest && newest.checkpoint.seq > headSeq ? { seq: headSeq + 1, fault: 'checkpoint.beyond' as const } : undefined);
      return {
        from: after + 1,
        verified_seq: bad ? Math.min(bad.seq - 1, walked.last.seq) : walked.last.seq,
        head_seq: headSeq,
        complete: !bad && walked.last.seq >= headSeq,
        sealed_seq: newest?.checkpoint.seq ?? 0,
        sealed_at: newest?.checkpoint.at ?? null,
        head: walked.last.seq ? walked.last.hash : null,
        entries: walked.last.seq - after,
        checkpoints: checkpoints.length,
        first_bad: bad ?? null,
        at: this.clock.now().toISOString(),
        duration_ms: Math.round(performance.now() - startedMs),
      };
    });
  }

  async #walk(run: Run, chain: string, { after, to }: { after: number; to: number }, checkpoints: readonly SignedCheckpoint[]): Promise<{ last: Link; bad?: Bad }> {
    const headAt = new Map(checkpoints.map(({ checkpoint: { seq, head } }) => [seq, head]));
    let last = after === 0 ? BEGINNING : (await this.entries.following(run, chain, after - 1, after, 1))[0];
    if (!last) return { last: { ...BEGINNING, seq: after }, bad: { seq: after, fault: 'entry.order' } };
    while (last.seq < to) {
      const entries = await this.entries.following(run, chain, last.seq, to, ENTRIES_AT_ONCE);
      if (!entries.length) return { last, bad: { seq: last.seq + 1, fault: 'entry.order' } };
      for (const entry of entries) {
        const fault = faultOf(chain, entry, last) ?? ((headAt.get(entry.seq) ?? entry.hash) === entry.hash ? undefined : 'checkpoint.head');
        if (fault) return { last, bad: { seq: last.seq + 1, fault } };
        last = entry;
      }
    }
    return { last };
  }

  /** The first checkpoint that was not signed as it says. */
  async #forged(run: Run, checkpoints: readonly SignedCheckpoint[]): Promise<Bad | undefined> {
    const keys = trustedKeys(this.key, await this.seals.keys(run));
    for (const { checkpoint, signature } of checkpoints.toReversed()) {
      const key = keys.get(checkpoint.key);
      if (!key) return { seq: checkpoint.seq, fault: 'checkpoint.key' };
      if (!isSignedBy(key, signable('checkpoint', checkpoint), Buffer.from(signature, 'hex'))) return { seq: checkpoint.seq, fault: 'checkpoint.signature' };
    }
    return undefined;
  }
}
