import type { Actor, Trail } from '@inkproof/audit';
import type { IdentityCheck } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { subjectHashOf, type Holds } from '@inkproof/retention';
import { nextLook } from '../model/request-clock.js';
import { afterIdentification } from '../model/request-life.js';
import type { RequestStore, StoredRequest } from '../store/request-store.js';
import type { OpenRequest } from './open-request.js';

/** Records how the tenant knows who asks, by whom it was checked, and among whose authorisations to look. */
export class IdentifyPerson {
  constructor(
    private readonly open: OpenRequest,
    private readonly store: RequestStore,
    private readonly holds: Holds,
    private readonly trail: Trail,
    private readonly pepper: string,
  ) {}

  of(tenantId: Id<'ten'>, id: Id<'dsr'>, { method, note, subject }: IdentityCheck, by: Actor): Promise<StoredRequest> {
    // From then on the request holds what the person granted.
    const first = (tx: Tx): Promise<void> => this.holds.freeze(tx, tenantId);
    const work: Parameters<OpenRequest['change']>[2] = async (tx, request, now) => {
      const hash = subject === undefined ? request.subjectHash : subjectHashOf(this.pepper, tenantId, subject);
      const told = request.events.map(({ kind }) => kind);
      await this.store.change(tx, request, { state: afterIdentification(request.state), identityMethod: method, identifiedAt: now, identifiedBy: by.id, subjectHash: hash, nextLookAt: nextLook(request, told, now) });
      await this.open.step(tx, request, { kind: 'identified', side: 'tenant', by, words: note });
      await this.trail.append(tx, tenantId, { action: 'subject_request.identified', by, targets: [id], details: { method, subject_known: hash !== null } });
    };
    return this.open.change(tenantId, id, work, subject === undefined ? undefined : first);
  }
}
