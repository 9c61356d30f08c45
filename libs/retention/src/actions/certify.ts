import { createHash } from 'node:crypto';
import { canonical, signable, type Seals, type SigningKey, type Trail } from '@inkproof/audit';
import type { CertificateBody, RecordClass } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { requester } from '../model/requester.js';
import type { CertificateStore, StoredCertificate } from '../store/certificate-store.js';
import type { DeletionRecord, DeletionStore } from '../store/deletion-store.js';
import type { Erase } from './erase.js';

const GRAVES_AT_ONCE = 1_000;
const SHOWN = 5;

/** Something of what was erased is still there, so nothing is certified. Looking again later may find otherwise. */
export class StillThere extends Error {
  override readonly name = 'StillThere';
}

/** Of names under which keys and blobs were to be taken away, those under which anything lies still. It may take them away first. */
export type BlobsLeft = (blobs: readonly string[]) => Promise<readonly string[]>;

/**
 * Looks whether everything that a deletion erased is gone, row, key and blob, and only then says so in writing. The place
 * that signs is behind the place that looks; there is no other way to it.
 */
export class Certify {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly deletions: DeletionStore,
    private readonly certificates: CertificateStore,
    private readonly blobsLeft: BlobsLeft,
    private readonly seals: Seals,
    private readonly key: SigningKey,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly backupsKeptMs: number,
  ) {}

  /** The certificate of a deletion that has nothing left to erase: the one it has, or a new one. Throws StillThere. */
  async for(tenantId: Id<'ten'>, deletionId: Id<'del'>): Promise<StoredCertificate> {
    const before = await this.database.changeAsTenant(tenantId, (run) => this.certificates.of(run, tenantId, deletionId));
    if (before) return before;
    const verifiedAt = await this.#verify(tenantId, deletionId);
    const seal = await this.seals.current(tenantId);
    return this.database.changeAsTenant(tenantId, async (run) => {
      const deletion = await this.deletions.lock(run, tenantId, deletionId, { patient: true });
      if (!deletion) throw new Error(`There is no deletion ${deletionId}`);
      const meanwhile = await this.certificates.of(run, tenantId, deletionId);
      if (meanwhile) return meanwhile;
      if (deletion.state !== 'verifying') throw new StillThere(`The deletion ${deletionId} is ${deletion.state}`);
      const graves = await this.certificates.graves(run, tenantId, deletionId);
      const certificate = this.#write(deletion, await this.certificates.tenantName(run, tenantId), graves, verifiedAt, seal?.checkpoint ?? null);
      await this.certificates.add(run, tenantId, certificate);
      await this.deletions.end(run, tenantId, deletionId, 'done', certificate.issuedAt);
      const sha256 = createHash('sha256').update(certificate.body).digest('hex');
      await this.trail.append(run, tenantId, { action: 'deletion.certified', by: requester(deletion.requestedBy), targets: [certificate.id, deletionId], details: { certificate: certificate.id, sha256, erased: graves.byClass.reduce((sum, { count }) => sum + count, 0) } });
      return certificate;
    });
  }

  /** The instant from which on it was looked. */
  async #verify(tenantId: Id<'ten'>, deletionId: Id<'del'>): Promise<Date> {
    const at = this.clock.now();
    for (let after = { objectId: '', recordClass: '' }; ; ) {
      const graves = await this.database.changeAsTenant(tenantId, (run) => this.deletions.graves(run, tenantId, deletionId, after, GRAVES_AT_ONCE));
      const left = [...(await this.#rowsLeft(tenantId, graves)), ...(await this.blobsLeft(graves.flatMap(({ blobs }) => blobs)))];
      if (left.length > 0) {
        const failure = `${left.length} still there, such as ${left.slice(0, SHOWN).join(', ')}`;
        await this.database.changeAsTenant(tenantId, (run) => this.deletions.fail(run, tenantId, deletionId, failure));
        throw new StillThere(failure);
      }
      const last = graves.at(-1);
      if (!last || graves.length < GRAVES_AT_ONCE) return at;
      after = { objectId: last.id, recordClass: last.recordClass };
    }
  }

  async #rowsLeft(tenantId: Id<'ten'>, graves: readonly { id: string; recordClass: RecordClass }[]): Promise<string[]> {
    const left: string[] = [];
    for (const recordClass of new Set(graves.map(({ recordClass }) => recordClass)))
      left.push(...(await this.database.changeAsTenant(tenantId, (run) => this.erase.kind(recordClass).left(run, tenantId, graves.flatMap((grave) => (grave.recordClass === recordClass ? [grave.id] : []))))));
    return left;
  }

  #write(deletion: DeletionRecord, name: string, graves: Awaited<ReturnType<CertificateStore['graves']>>, verifiedAt: Date, checkpoint: CertificateBody['checkpoint']): StoredCertificate {
    const { id: deletionId, tenantId, origin, requestedBy, requestedAt, selection, held, kept, holds, salt, serviceEnd } = deletion;
    const id = this.ids.next('dct');
    const issuedAt = this.clock.now();
    const lastAt = graves.lastAt ?? issuedAt;
    const body: CertificateBody = {
      v: 1,
      id,
      issued_at: issuedAt.toISOString(),
      tenant: { id: tenantId, name },
      deletion: { id: deletionId, origin, requested_by: requestedBy, requested_at: requestedAt.toISOString(), selection },
      erased: {
        count: graves.byClass.reduce((sum, { count }) => sum + count, 0),
        by_class: graves.byClass,
        first_at: graves.firstAt?.toISOString() ?? null,
        last_at: graves.lastAt?.toISOString() ?? null,
        salt: salt.toString('hex'),
        digests_sha256: graves.digestsSha256,
        digests: graves.digests,
      },
      keys: { count: graves.keys, ids_sha256: graves.keysSha256, ids: graves.keyIds },
      method: 'data_keys_destroyed',
      verification: { at: verifiedAt.toISOString(), rows_left: 0, keys_left: 0, blobs_left: 0 },
      excluded: { held, kept, holds },
      backup_horizon: new Date(lastAt.getTime() + this.backupsKeptMs).toISOString(),
      checkpoint: checkpoint && { seq: checkpoint.seq, head: checkpoint.head, at: checkpoint.at },
      ...(serviceEnd && { service_end: serviceEnd }),
      irreversible: '无法复原',
    };
    return { id, deletionId, issuedAt, body: canonical(body), key: this.key.id, signature: this.key.sign(signable('deletion', body)) };
  }
}
