import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type AuthorizationRequest, type BulkCommitments, type CommitmentLine } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { keptUntil } from '../model/kept-until.js';
import type { AuthorisationStore, FoundVersion, NewAuthorisation } from '../store/authorisation-store.js';
import { subjectHashOf } from '@inkproof/retention';

type Line = Omit<CommitmentLine, 'commitment'> & { commitment?: string | undefined };

/** Which text it was given under. */
type Named = Pick<BulkCommitments, 'filing' | 'version'>;

/** Records what people agreed to. Of the person only a keyed hash is kept; of what the tenant keeps itself, only a digest. */
export class RecordAuthorisations {
  constructor(
    private readonly database: Database,
    private readonly store: AuthorisationStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  one(tenantId: Id<'ten'>, { filing, version, ...line }: AuthorizationRequest, by: Actor): Promise<Id<'aut'>> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const [row] = await this.#add(run, tenantId, { filing, version }, [line]);
      const { id, commitment } = row!;
      await this.trail.append(run, tenantId, { action: 'authorization.recorded', by, targets: [id, filing], details: { filing, custody: commitment ? 'commitment' : 'vault', commitment: line.commitment ?? null } });
      return id;
    });
  }

  /** All or none, in the order given. */
  many(tenantId: Id<'ten'>, { items, ...named }: BulkCommitments, by: Actor): Promise<Id<'aut'>[]> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const rows = await this.#add(run, tenantId, named, items);
      await this.trail.append(run, tenantId, { action: 'authorization.recorded_in_bulk', by, targets: [named.filing], details: { filing: named.filing, count: rows.length, commitments_sha256: digestOf(items) } });
      return rows.map(({ id }) => id);
    });
  }

  async #add(run: Run, tenantId: Id<'ten'>, { filing, version: number }: Named, lines: readonly Line[]): Promise<NewAuthorisation[]> {
    const version = await this.store.version(run, tenantId, filing, this.clock.now(), number);
    if (!version) throw new Refusal('consent.filing_not_found', number === undefined ? undefined : 'There is no such filing, or it has no such version.');
    if (!version.isAccepted) throw new Refusal('consent.not_accepted', 'Authorisations are recorded under a version that was accepted. Submit the filing, and wait for its acceptance.');
    const rows = lines.map((line) => this.#row(tenantId, version, line));
    await this.store.add(run, tenantId, version.id, this.clock.now(), rows);
    return rows;
  }

  #row(tenantId: Id<'ten'>, { endsAt, months }: FoundVersion, { subject, categories, media, given_at, expires_at, commitment }: Line): NewAuthorisation {
    const expiresAt = expires_at === null ? null : new Date(expires_at);
    return {
      id: this.ids.next('aut'),
      subjectHash: Buffer.from(subjectHashOf(this.pepper, tenantId, subject)),
      categories,
      media,
      givenAt: new Date(given_at),
      expiresAt,
      commitment: commitment === undefined ? null : Buffer.from(commitment, 'hex'),
      keptUntil: keptUntil({ lastReliedAt: null, withdrawnAt: null, expiresAt, textEndsAt: endsAt }, months),
    };
  }
}

/** SHA-256 over the commitments as bytes, in ascending order. */
const digestOf = (items: readonly CommitmentLine[]): string => {
  const hash = createHash('sha256');
  for (const commitment of items.map((item) => item.commitment).sort()) hash.update(commitment, 'hex');
  return hash.digest('hex');
};
