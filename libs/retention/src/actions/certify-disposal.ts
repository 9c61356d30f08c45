import { createHash } from 'node:crypto';
import { canonical, signable, type Actor, type SealStore, type SigningKey, type Trail } from '@inkproof/audit';
import { idOf, permissions, WitnessedDisposal, type DisposalCertificateBody } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { runIn, type Tx } from '@inkproof/platform';
import { z } from 'zod';
import { saidOf } from '../model/disposal.js';
import type { DisposalStore } from '../store/disposal-store.js';

/** What the witness reads and confirms. */
const Witnessed = z.strictObject({ disposal: idOf('mdp'), ...WitnessedDisposal.shape, evidence: z.array(z.string()) });
export type Witnessed = z.infer<typeof Witnessed>;

const witnesses: readonly string[] = permissions['disposal.keep'].staff;

/** Signs what was done to a medium once a second person confirmed the entry, in that person's act. There is no other way to a certificate. */
export class CertifyDisposal {
  constructor(
    private readonly store: DisposalStore,
    private readonly approvals: Approvals,
    private readonly seals: SealStore,
    private readonly key: SigningKey,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    approvals.register<Witnessed>({
      name: 'media.dispose',
      payload: Witnessed,
      side: 'provider',
      mayDecide: ({ role }) => role !== undefined && witnesses.includes(role),
      carryOut: (tx, { disposal }, { id }, by) => this.#carryOut(tx, disposal, id, by),
    });
  }

  async #carryOut(tx: Tx, disposalId: Id<'mdp'>, approvalId: Id<'apr'>, by: Actor): Promise<void> {
    const [id, issuedAt] = [this.ids.next('mdc'), this.clock.now()];
    const entry = (await this.store.find(tx, disposalId, issuedAt))!;
    const { payloadSha256 } = await this.approvals.find(tx, approvalId);
    const checkpoint = (await this.seals.newest(runIn(tx), 'provider'))?.checkpoint;
    const body: DisposalCertificateBody = {
      v: 1,
      id,
      issued_at: issuedAt.toISOString(),
      disposal: { id: disposalId, ...saidOf(entry), entered_at: entry.enteredAt.toISOString() },
      performed_by: entry.performedBy,
      witnessed_by: { id: by.id, name: await this.store.nameOf(tx, by.id) },
      approval: { id: approvalId, payload_sha256: payloadSha256 },
      evidence: entry.files.map(({ kind, bytes, sha256 }) => ({ kind, bytes, sha256 })),
      checkpoint: checkpoint ? { seq: checkpoint.seq, head: checkpoint.head, at: checkpoint.at } : null,
    };
    const text = canonical(body);
    await this.seals.introduce(runIn(tx), this.key);
    await this.store.certify(tx, { id, disposalId, performedBy: entry.performedBy.id, witnessedBy: by.id, issuedAt, body: text, key: this.key.id, signature: new Uint8Array(this.key.sign(signable('disposal', body))) });
    const sha256 = createHash('sha256').update(text).digest('hex');
    await this.trail.append(tx, 'provider', { action: 'disposal.certified', by, targets: [id, disposalId], details: { certificate: id, sha256, performed_by: entry.performedBy.id, witnessed_by: by.id } });
  }
}
